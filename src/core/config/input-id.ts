/** The id under which a fix asks for a setting: `BRAVE_API_KEY` → `brave-api-key`. */
export function inputId(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
