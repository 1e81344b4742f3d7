using SecretsAudit.Engine.Frameworks;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules.Caching;

/// <summary>What a compiled assembly carries of a framework, so that loading it need not read YAML.</summary>
internal sealed record FrameworkMetadata(string File, string Id, string Name, Uri Source, IReadOnlyList<FrameworkMetadata.Control> Controls)
{
    /// <summary>A control with its place.</summary>
    internal sealed record Control(string Id, string Title, IReadOnlyList<string> Rules, string? Manual, int Line, int Column);

    public static FrameworkMetadata Of(Framework framework, RuleFile file) => new(
        file.RelativePath, framework.Id, framework.Name, framework.Source,
        [.. framework.Controls.Select(control => new Control(control.Id, control.Title, control.Rules, control.Manual, control.At.Line, control.At.Column))]);

    public Framework ToFramework(RuleFile file) => new()
    {
        Id = Id,
        Name = Name,
        Source = Source,
        Controls =
        [
            .. Controls.Select(control => new FrameworkControl
            {
                Id = control.Id, Title = control.Title, Rules = control.Rules, Manual = control.Manual, At = new DocumentPosition(file.Path, control.Line, control.Column),
            }),
        ],
    };
}
