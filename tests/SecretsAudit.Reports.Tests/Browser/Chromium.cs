using Microsoft.Playwright;

namespace SecretsAudit.Reports.Tests.Browser;

/// <summary>One browser for all page tests: Debian's Chromium, which test.sh installs.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        const string Executable = "/usr/bin/chromium";
        if (!File.Exists(Executable))
            throw new InvalidOperationException($"{Executable} is needed by the page tests and is not there. test.sh installs it: apt-get install chromium.");

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>The page tests share the browser and take turns with it.</summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
