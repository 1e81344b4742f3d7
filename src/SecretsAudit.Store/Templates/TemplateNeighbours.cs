namespace SecretsAudit.Store.Templates;

/// <summary>What lies around a template: the values that other stacks export, and the templates of the stacks that it nests.</summary>
public sealed record TemplateNeighbours
{
    /// <summary>What <c>Fn::ImportValue</c> finds, by the export's name; default: nothing.</summary>
    public IReadOnlyDictionary<string, string> Exports { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Reads what a <c>TemplateURL</c> names, or throws a <see cref="TemplateException"/> that says why not; the URL is the template's, so a reader must not
    /// follow it out of its folder. Default: nested stacks are left out.
    /// </summary>
    public Func<string, CancellationToken, Task<string>>? ReadNestedAsync { get; init; }
}
