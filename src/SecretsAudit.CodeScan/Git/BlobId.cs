using System.Globalization;

namespace SecretsAudit.CodeScan.Git;

/// <summary>Ids of git's objects.</summary>
internal static class BlobId
{
    /// <summary>The id of what is not there.</summary>
    public const string None = "0000000000000000000000000000000000000000";

    /// <summary>The first sixteen of an id's twenty or thirty-two bytes: enough to tell any two objects of a repository apart.</summary>
    public static UInt128 Of(string id) =>
        UInt128.TryParse(id.AsSpan(0, Math.Min(id.Length, 32)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bytes) ? bytes : UInt128.Zero;
}
