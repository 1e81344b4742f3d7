using SecretsAudit.Store.Estate.Plans;

namespace SecretsAudit.Store.Estate.History;

/// <summary>Something that somebody does to a secret.</summary>
internal abstract record Act
{
    private Act()
    {
    }

    /// <summary>It is created, with its tags, key, replicas and first value.</summary>
    public sealed record Create : Act;

    /// <summary>Its resource policy is attached.</summary>
    public sealed record AttachPolicy : Act;

    /// <summary>Rotation is turned on.</summary>
    public sealed record EnableRotation : Act;

    /// <summary>It is rotated by hand.</summary>
    public sealed record RotateByHand : Act;

    /// <summary>Rotation is turned off.</summary>
    public sealed record CancelRotation : Act;

    /// <summary>Its value is read.</summary>
    /// <param name="Reader">The role that reads.</param>
    /// <param name="Region">The region of the secret or of its replica.</param>
    public sealed record Read(string Reader, string Region) : Act;

    /// <summary>Somebody puts in another value by hand.</summary>
    /// <param name="Stage">The staging label of the new version.</param>
    public sealed record Put(string Stage) : Act;

    /// <summary>Somebody asks for its value and is refused.</summary>
    /// <param name="Reader">The role that asks.</param>
    public sealed record AskInVain(string Reader) : Act;

    /// <summary>Its replicas are removed.</summary>
    public sealed record DropReplicas : Act;

    /// <summary>Its deletion is asked for.</summary>
    public sealed record Delete : Act;
}

/// <summary>One moment of the estate's history.</summary>
/// <param name="At">When it happens.</param>
/// <param name="Secret">The secret it happens to.</param>
/// <param name="Act">What happens.</param>
internal sealed record Moment(DateTimeOffset At, SecretPlan Secret, Act Act);
