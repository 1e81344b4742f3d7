using Microsoft.CodeAnalysis.Text;

namespace SecretsAudit.Analyzers.Tests;

/// <summary>C# source in which <c>[|…|]</c> marks what must be found, or <c>{|SAUD2006:…|}</c> with the rule that must find it.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<(TextSpan Span, string? Rule)> Marks)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new System.Text.StringBuilder();
        var marks = new List<(TextSpan, string?)>();
        (int Start, string? Rule)? open = null;
        for (var at = 0; at < marked.Length; at++)
        {
            var rest = marked.AsSpan(at);
            if (rest.StartsWith("[|", StringComparison.Ordinal))
            {
                open = (text.Length, null);
                at += 1;
            }
            else if (rest.StartsWith("{|SAUD", StringComparison.Ordinal))
            {
                open = (text.Length, rest.Slice(2, 8).ToString());
                at += 10;
            }
            else if (open is { } mark && (rest.StartsWith("|]", StringComparison.Ordinal) || rest.StartsWith("|}", StringComparison.Ordinal)))
            {
                marks.Add((TextSpan.FromBounds(mark.Start, text.Length), mark.Rule));
                open = null;
                at += 1;
            }
            else
            {
                text.Append(marked[at]);
            }
        }

        return open is null ? new(text.ToString(), marks) : throw new ArgumentException("A mark is not closed.", nameof(marked));
    }
}
