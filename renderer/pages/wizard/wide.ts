/** Whether the questions take the whole width, as wide tables like to. */
import { createContext, useContext } from 'react';

export const WideContext = createContext<{ wide: boolean; setWide: (on: boolean) => void }>({
  wide: false,
  setWide: () => {},
});

export function useWide() {
  return useContext(WideContext);
}
