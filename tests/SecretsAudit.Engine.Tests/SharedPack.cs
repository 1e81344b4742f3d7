using SecretsAudit.Engine.Rules;

namespace SecretsAudit.Engine.Tests;

/// <summary>The shipped rules, compiled once for all tests that only read them.</summary>
public sealed class SharedPack : IDisposable
{
    public RulePack Pack { get; } = Estates.ShippedPack();

    public void Dispose() => Pack.Dispose();
}
