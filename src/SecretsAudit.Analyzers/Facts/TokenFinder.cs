using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>
/// Finds one file's tokens by their places. Each is looked for from the last one: a sum nests as deep as it has parts, and from the root the way to
/// each part would be as long as the sum.
/// </summary>
/// <param name="root">The file.</param>
internal sealed class TokenFinder(SyntaxNode root)
{
    private SyntaxNode _last = root;

    public SyntaxToken At(int position)
    {
        while (!_last.FullSpan.Contains(position) && _last.Parent is { } parent)
            _last = parent;

        var token = _last.FindToken(position);
        _last = token.Parent ?? _last;
        return token;
    }
}
