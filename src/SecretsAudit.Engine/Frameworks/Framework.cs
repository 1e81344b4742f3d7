namespace SecretsAudit.Engine.Frameworks;

/// <summary>A framework of controls, as its file states it.</summary>
public sealed record Framework
{
    /// <summary>The id that rules name it by: <c>pci-dss-4.0.1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name as its publisher gives it.</summary>
    public required string Name { get; init; }

    /// <summary>The publisher's page.</summary>
    public required Uri Source { get; init; }

    /// <summary>The controls that have to do with secrets, keys and who may use them, in the framework's order.</summary>
    public required IReadOnlyList<FrameworkControl> Controls { get; init; }
}
