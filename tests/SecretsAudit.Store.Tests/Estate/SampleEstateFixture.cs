using SecretsAudit.Store.Estate;

namespace SecretsAudit.Store.Tests.Estate;

/// <summary>One estate for tests that only look at it.</summary>
public sealed class SampleEstateFixture : IAsyncLifetime
{
    internal ReferenceStore Store { get; private set; } = null!;

    internal SampleEstate Estate { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Store = await ReferenceStore.OpenAsync(SampleEstate.Options);
        Estate = await SampleEstate.BuildAsync(Store);
    }

    public async Task DisposeAsync() => await Store.DisposeAsync();
}
