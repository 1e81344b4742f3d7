using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>At which position of a list a node stands. The compiler's own IndexOf goes from the first, for each of what may be a hundred thousand arguments.</summary>
internal static class Positions
{
    public static int PositionOf<T>(this SeparatedSyntaxList<T> list, T member)
        where T : SyntaxNode
    {
        var (from, to) = (0, list.Count - 1);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (list[middle].FullSpan.Start < member.FullSpan.Start)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}
