using SecretsAudit.Model;

namespace SecretsAudit.Reports.Text;

/// <summary>A source file's path as a code host wants it: from the repository's root.</summary>
internal static class SourcePath
{
    /// <summary>The path from the folder the scan was started in, when the scanned folder was named relative to it; else from the scanned folder.</summary>
    /// <remarks>Pipelines start in the repository's root, so <c>scan src</c> must name <c>src/App/Program.cs</c>, or the host shows no file.</remarks>
    public static string FromRepository(CodeSummary? code, string path)
    {
        var root = code?.Root.Replace('\\', '/').TrimEnd('/') ?? "";
        if (root.StartsWith("./", StringComparison.Ordinal))
            root = root[2..];

        var relative = root.Length > 0 && root[0] != '/' && !root.Contains(':', StringComparison.Ordinal)
            && !root.Split('/').Any(segment => segment is "." or ".." or "");
        return Encode(relative ? $"{root}/{path}" : path);
    }

    /// <summary>
    /// The template that states a resource; else a path that stands for one that exists, which has no file: <c>aws/111122223333/eu-west-1/secretsmanager/secret/prod/db</c>.
    /// </summary>
    public static string Of(FindingSubject.Resource resource)
    {
        if (resource.Place is { } place)
            return Encode(place.File.StartsWith("./", StringComparison.Ordinal) ? place.File[2..] : place.File.TrimStart('/'));

        var kind = resource.Kind.Split("::") is ["AWS", var service, var type] ? $"{service}/{type}".ToLowerInvariant() : resource.Kind;
        return Encode($"aws/{resource.Scope.Account}/{resource.Scope.Region}/{kind}/{resource.Name}");
    }

    // Percent-encoded segment by segment. Dot segments and empty ones would be folded away by a reader of the URI and so name another place.
    private static string Encode(string path) => string.Join('/', path.Replace('\\', '/').Split('/').Select(segment => segment switch
    {
        "" => "_",
        "." => "_dot",
        ".." => "_dotdot",
        _ => Uri.EscapeDataString(VisibleText.OneLine(segment, 400)),
    }));
}
