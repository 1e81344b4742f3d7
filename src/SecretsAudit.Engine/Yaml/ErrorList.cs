namespace SecretsAudit.Engine.Yaml;

/// <summary>Collects errors, so that a person can fix all of them at once.</summary>
internal sealed class ErrorList
{
    // A wholly wrong file must not bury the screen.
    private const int Most = 100;
    private readonly List<DocumentError> _errors = [];

    public bool IsEmpty => _errors.Count == 0;

    public IReadOnlyList<DocumentError> Errors => _errors;

    public void Add(DocumentPosition at, string message, string? hint = null)
    {
        if (_errors.Count < Most)
            _errors.Add(new(at, message, hint));
    }

    public void Add(IEnumerable<DocumentError> errors)
    {
        foreach (var error in errors)
            Add(error.At, error.Message, error.Hint);
    }

    /// <exception cref="DocumentException">There are errors.</exception>
    public void ThrowIfAny()
    {
        if (IsEmpty)
            return;

        var byPlace = _errors.OrderBy(error => error.At.File, StringComparer.Ordinal).ThenBy(error => error.At.Line).ThenBy(error => error.At.Column);
        throw new DocumentException([.. byPlace]);
    }
}
