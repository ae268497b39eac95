import '../../components/entry.css';
import '../../components/pages.css';
import '../../components/paste-findings.css';
import '../../components/kept-codes.css';
import '../../components/patterns.css';
import './popup.css';
