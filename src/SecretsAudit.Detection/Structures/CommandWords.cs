using System;
using System.Runtime.InteropServices;

namespace SecretsAudit.Detection.Structures;

/// <summary>
/// The words of a command line, as a shell splits them, up to the command's end: the line's, unless a backslash joins the next, or a pipe.
/// Reads the list form as well: <c>"sqlcmd", "-P", "…"</c>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct CommandWords(ReadOnlySpan<char> text, int from)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _isList = from + 1 < text.Length && text[from] is '"' or '\'' && text[from + 1] is ',' or ' ';
    private int _next = from;

    /// <summary>Where the word begins, quotes included.</summary>
    public int Start { get; private set; }

    public int Length { get; private set; }

    public bool MoveNext()
    {
        var at = _next;
        while (at < _text.Length && (_text[at] is ' ' or '\t' || (_isList && _text[at] is '"' or '\'' or ',') || IsJoint(at, out _)))
            at += IsJoint(at, out var length) ? length : 1;
        if (at >= _text.Length || _text[at] is '\r' or '\n' or '|' or ';' or '&' or ']' or ')' || (_text[at] == '\\' && at + 1 < _text.Length && _text[at + 1] == ')'))
            return false;
        Start = at;
        while (at < _text.Length && !IsEnd(_text[at]))
        {
            // A quoted part, with what it is glued to: -p'a b', user:'…'. Behind more than that a quote closes the literal around the command.
            if (!_isList && _text[at] is '"' or '\'' && (at - Start <= 3 || _text[at - 1] is '=' or ':') && _text.Slice(at + 1).IndexOf(_text[at]) is >= 0 and var inner && _text.Slice(at + 1, inner).IndexOf('\n') < 0)
                at += inner + 2;
            else if (!_isList && _text[at] is '"' or '\'' && at > Start)
                break;
            else
                at++;
        }

        Length = at - Start;
        // A quote that is never closed, or that closes the literal around the command, ends it.
        _next = at == Start ? _text.Length : at;
        return Length > 0;
    }

    private readonly bool IsEnd(char c) => c is ' ' or '\t' or '\r' or '\n' or '|' or ';' or '`' || (_isList && c is '"' or '\'' or ',');

    // A backslash at a line's end.
    private readonly bool IsJoint(int at, out int length)
    {
        length = 0;
        if (_text[at] != '\\' || at + 1 >= _text.Length)
            return false;
        length = _text[at + 1] == '\n' ? 2 : _text[at + 1] == '\r' && at + 2 < _text.Length && _text[at + 2] == '\n' ? 3 : 0;
        return length > 0;
    }
}
