/** The wizard's questions as a SurveyJS form, for the measurement beside ours: same prompts, kinds, choices and rows. */
import 'survey-core/survey-core.min.css';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';

declare global {
  interface Window {
    showSurvey: (json: object, data: object) => void;
  }
}

const root = createRoot(document.getElementById('root') as HTMLElement);

window.showSurvey = (json, data) => {
  const model = new Model(json);
  model.data = data;
  root.render(<Survey model={model} />);
};
