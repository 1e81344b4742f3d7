using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecretsAudit.Analyzers.Tests;

/// <summary>An additional file that exists in memory.</summary>
internal sealed class FileText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
