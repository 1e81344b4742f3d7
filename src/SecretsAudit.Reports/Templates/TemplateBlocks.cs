using System.Text.RegularExpressions;

namespace SecretsAudit.Reports.Templates;

/// <summary>Checks that a template's blocks open and close in pairs. The engine checks too, but cannot say where.</summary>
internal static partial class TemplateBlocks
{
    /// <summary>The first block without its partner; null when all pair up.</summary>
    public static (int Line, string Problem)? FirstFault(string template)
    {
        var open = new Stack<(string Name, int Line)>();
        var line = 1;
        var from = 0;
        foreach (Match tag in Tags().Matches(template))
        {
            line += template.AsSpan(from, tag.Index - from).Count('\n');
            from = tag.Index;
            var name = tag.Groups["name"].Value;
            if (!tag.Groups["kind"].Success)
                continue;
            if (tag.Groups["kind"].Value == "#")
                open.Push((name, line));
            else if (open.Count == 0)
                return (line, $"{{{{/{name}}}}} closes a block that was never opened.");
            else if (open.Pop() is var last && last.Name != name)
                return (line, $"{{{{/{name}}}}} stands where {{{{/{last.Name}}}}} is due: the block was opened in line {last.Line}.");
        }

        return open.TryPop(out var unclosed) ? (unclosed.Line, $"The block {{{{#{unclosed.Name}}}}} is never closed.") : null;
    }

    // Comments come first, so that a block inside a comment is not one.
    [GeneratedRegex(@"\{\{~?!--.*?--~?\}\}|\{\{~?![^}]*\}\}|\{\{~?(?<kind>[#/])(?<name>[A-Za-z@][\w./-]*)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Tags();
}
