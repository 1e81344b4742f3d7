namespace SecretsAudit.Engine.Rules.Caching;

/// <summary>Where compiled rules are looked for before the compiler is asked.</summary>
/// <param name="Shipped">A folder beside the executable, filled when the product is built and trusted as the executable is; null for none.</param>
/// <param name="Owned">A folder that only its owner can enter, written to; null for none.</param>
public sealed record RuleCaches(string? Shipped, string? Owned)
{
    /// <summary>No cache: rules are compiled each time.</summary>
    public static RuleCaches None { get; } = new(null, null);

    /// <summary><c>rulepack/</c> beside the executable, then <c>secretsaudit/rules</c> under the user's cache folder.</summary>
    public static RuleCaches Standard => new(Path.Combine(AppContext.BaseDirectory, "rulepack"), UserFolder());

    private static string? UserFolder()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache) || !Path.IsPathRooted(cache))
        {
            var folder = OperatingSystem.IsWindows() ? Environment.SpecialFolder.LocalApplicationData : Environment.SpecialFolder.UserProfile;
            var home = Environment.GetFolderPath(folder);
            if (home.Length == 0)
                return null;

            cache = OperatingSystem.IsWindows() ? home : Path.Combine(home, ".cache");
        }

        return Path.Combine(cache, "secretsaudit", "rules");
    }
}
