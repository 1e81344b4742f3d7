namespace SecretsAudit.Engine.Yaml;

/// <summary>A rule, a price list or a waiver file cannot be used. Every error that was found is in it, each with its place.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errors">What is wrong; at least one.</param>
    public DocumentException(IReadOnlyList<DocumentError> errors)
        : base(string.Join(Environment.NewLine, errors))
        => Errors = errors;

    /// <summary>What is wrong, in the order of files and lines.</summary>
    public IReadOnlyList<DocumentError> Errors { get; }
}
