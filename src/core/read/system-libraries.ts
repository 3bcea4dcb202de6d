/** Libraries in machine code that a browser needs from the system, without the `lib` before their names. */
export const OF_BROWSERS = 'nss3|nspr4|atk|gbm|asound|X11|xcb|cups|drm|pango|xkbcommon|Xcomposite';

/** Those that a package for graphics, sound, documents or devices expects the system to have. */
export const OF_SYSTEM = 'GL|EGL|gobject|glib|pango|cairo|gtk|gdk|magic|zbar|sndfile|portaudio|usb|poppler|secret';
