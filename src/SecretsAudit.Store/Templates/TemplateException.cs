namespace SecretsAudit.Store.Templates;

/// <summary>A template or a reference in it that cannot be used; the message names the place, never a value.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Says what is wrong and where.</summary>
    public TemplateException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and where, and why.</summary>
    public TemplateException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
