namespace SecretsAudit.Engine.Yaml;

/// <summary>Something wrong in a rule, a price list or a waiver file.</summary>
/// <param name="At">Where.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="Hint">What to do about it, as a sentence; null when there is nothing to add.</param>
public sealed record DocumentError(DocumentPosition At, string Message, string? Hint = null)
{
    /// <summary>One line: <c>rules/cost/x.yaml(3,7): error: Unknown key 'sevrity'. Did you mean 'severity'?</c></summary>
    public override string ToString() => Hint is null ? $"{At}: error: {Message}" : $"{At}: error: {Message} {Hint}";
}
