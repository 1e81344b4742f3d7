using System;

namespace SecretsAudit.Detection.Files;

/// <summary>Comments of programs over several lines: from a line that begins with <c>/*</c> to the next <c>*/</c>. Asked for places in the text's order, so that it is read once.</summary>
internal sealed class BlockComments(string text)
{
    private int _read;
    private bool _isInside;

    /// <summary>Whether a place lies in one.</summary>
    public bool Has(int place)
    {
        while (_read < place)
        {
            var next = text.IndexOf(_isInside ? "*/" : "/*", _read, place - _read, StringComparison.Ordinal);
            if (next < 0)
            {
                // The mark may lie across the place.
                _read = Math.Max(_read, place - 1);
                break;
            }

            _isInside = !_isInside && BeginsLine(next);
            _read = next + 2;
        }

        return _isInside;
    }

    private bool BeginsLine(int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || text[at - 1] == '\n';
    }
}
