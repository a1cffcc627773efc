import '../styles/base.css';
import '../styles/lists.css';
import '../styles/narrow.css';
import '../styles/administration.css';
