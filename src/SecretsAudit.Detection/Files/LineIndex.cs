using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Files;

/// <summary>Lines and columns of places in a text.</summary>
internal sealed class LineIndex
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public LineIndex(string text)
    {
        _text = text;
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
            _starts.Add(at + 1);
    }

    /// <summary>Line and column, from 1.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - _starts[line] + 1);
    }

    /// <summary>A line's text, without its end.</summary>
    public ReadOnlySpan<char> LineAt(int line)
    {
        var start = _starts[line - 1];
        var end = line < _starts.Count ? _starts[line] - 1 : _text.Length;
        return _text.AsSpan(start, end - start);
    }
}
