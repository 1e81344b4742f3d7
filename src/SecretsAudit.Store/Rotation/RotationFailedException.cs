namespace SecretsAudit.Store.Rotation;

/// <summary>A rotation step that did not work, with a reason for the trail; it never holds a value.</summary>
public sealed class RotationFailedException : Exception
{
    /// <summary>Says what failed.</summary>
    public RotationFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Says what failed, and why.</summary>
    public RotationFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
