import { sha256 } from './sha256';

const slice = 12; // ms: between two pictures on the screen
const pause = () => new Promise((resolve) => setTimeout(resolve));

// Finds a number whose hash with the challenge begins with so many zero bits, and lets the page breathe meanwhile.
export const work = async (challenge: string, bits: number): Promise<string> => {
  for (let number = 0; ; await pause()) {
    const until = performance.now() + slice;
    while (performance.now() < until) {
      for (const end = number + 64; number < end; number++) {
        const answer = `${challenge}:${number}`;
        if (Math.clz32(sha256(answer)[0]!) >= bits) return answer;
      }
    }
  }
};
