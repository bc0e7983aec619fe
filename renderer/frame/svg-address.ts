/** The address of a picture that the app has painted itself; as an image, nothing in it can run. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
