using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Lexing;

internal ref partial struct SourceLexer
{
    private const int LongestCharacter = 12;
    private const int ShortestText = 3;
    private const int ShortPiece = 8;
    private const int LongestName = 66;

    private bool ReadPrefixedText()
    {
        var at = _at;
        var dollars = 0;
        var isVerbatim = false;
        while (at < _text.Length && _text[at] is '@' or '$')
        {
            if (_text[at] is '$')
                dollars++;
            else
                isVerbatim = true;
            at++;
        }

        if (at >= _text.Length || _text[at] is not '"')
            return false;

        var start = _at;
        _at = at;
        ReadText(start, isVerbatim, dollars);
        return true;
    }

    private void ReadText(int start, bool isVerbatim, int dollars)
    {
        var call = _assigned != 0 ? _assigned : EnclosingCall();
        var quotes = 0;
        while (Peek(quotes) is '"')
            quotes++;

        if (quotes == 2 || (quotes > 2 && isVerbatim && quotes % 2 == 0))
            _at += quotes;
        else if (quotes >= 3 && !isVerbatim)
            ReadRaw(quotes, dollars);
        else if (isVerbatim)
            ReadVerbatim(dollars > 0);
        else
            ReadRegular(dollars > 0);

        _at = Math.Min(_at, _text.Length);
        Measure(_at - start);
        if (dollars > 0 || _previous is '+' || At(SkipBlanks(_at)) is '+' || !IsRejected(_text.Slice(start, _at - start)))
            AnchorText(start, dollars > 0, call);
        Note('"', name: 0, isType: false);
    }

    private readonly void AnchorText(int start, bool hasHoles, int call)
    {
        var length = _at - start;
        if (!hasHoles && MayBeName(_text.Slice(start, length)))
            _names.Add(start);
        _anchors.Add(new(start, length, hasHoles ? AnchorKind.InterpolatedText : AnchorKind.Text, call));
    }

    /// <summary>
    /// Whether a literal's length and first character say that it is no credential and holds none: it is too short to be one, or is a short piece of
    /// a sentence or a list. Nothing is kept of it, so that nothing is allocated for it.
    /// </summary>
    internal static bool IsRejected(ReadOnlySpan<char> literal)
    {
        var start = 0;
        while (start < literal.Length && literal[start] is '@' or '"')
            start++;

        // With the closing quotation mark.
        var length = literal.Length - start;
        return length <= ShortestText || (length <= ShortPiece && literal[start] is ' ' or ',' or ';' or ':' or '.' or ')' or ']' or '}' or '>' or '|' or '\\');
    }

    // ["Smtp:Password"], "--password", "X-Api-Key": the key of what stands beside it.
    private static bool MayBeName(ReadOnlySpan<char> literal)
    {
        if (literal.Length is < 5 or > LongestName)
            return false;

        var content = literal.Slice(literal[0] is '@' ? 2 : 1).TrimEnd('"');
        return AuthorizationHeader.Is(content) || (content.IndexOf(' ') < 0 && NamedValue.Classify(content) is not (null or CredentialName.ConnectionString));
    }

    private void ReadRegular(bool hasHoles)
    {
        _at++;
        while (_at < _text.Length)
        {
            var unit = _text[_at];
            if (IsNewLine(unit))
                break;
            if (unit is '{' && hasHoles)
            {
                ReadHole(braces: 1);
                continue;
            }

            _at += unit is '\\' ? 2 : 1;
            if (unit is '"')
                return;
        }

        Faults++;
    }

    private void ReadVerbatim(bool hasHoles)
    {
        _at++;
        while (_at < _text.Length)
        {
            var unit = _text[_at];
            if (unit is '{' && hasHoles)
            {
                ReadHole(braces: 1);
                continue;
            }

            if (unit is '"' && Peek(1) is '"')
            {
                _at += 2;
                continue;
            }

            _at++;
            if (unit is '"')
                return;
        }
    }

    private void ReadRaw(int quotes, int dollars)
    {
        _at += quotes;
        while (_at < _text.Length)
        {
            if (_text[_at] is '"')
            {
                var run = 0;
                while (Peek(run) is '"')
                    run++;
                _at += run;
                if (run >= quotes)
                    return;
            }
            else if (_text[_at] is '{' && dollars > 0)
            {
                ReadHole(dollars);
            }
            else
            {
                _at++;
            }
        }
    }

    private void ReadHole(int braces)
    {
        var run = 0;
        while (Peek(run) is '{')
            run++;

        _at += run;
        if ((braces == 1 && run % 2 == 0) || run < braces || _holes >= DeepestHole)
            return;

        _holes++;
        Note('{', name: 0, isType: false);
        ReadCode(isHole: true);
        _holes--;
        for (var closed = 0; closed < braces && Peek(0) is '}'; closed++)
            _at++;
    }

    private void ReadCharacter()
    {
        var at = _at + 1;
        if (At(at) is '\\')
            at++;
        at++;
        var end = Math.Min(_text.Length, _at + LongestCharacter);
        while (at < end && _text[at] is not '\'' && !IsNewLine(_text[at]))
            at++;

        if (At(at) is not '\'' || At(_at + 1) is '\'')
        {
            _at++;
            Faults++;
            return;
        }

        var start = _at;
        _at = at + 1;
        var run = _previous is ',' ? _characterRun + 1 : 1;
        Note('\'', name: 0, isType: false);
        _characterRun = run;
        if (run == 4)
            _anchors.Add(new(start, _at - start, AnchorKind.Characters, 0));
    }
}
