using System.Collections.Immutable;
using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Settings;

/// <summary>The exported inventory among a project's AdditionalFiles.</summary>
internal static class InventoryFile
{
    public const string Name = "secretsaudit.inventory.json";

    /// <summary>The inventory; null when the project has none, or when it cannot be read, which <see cref="Problem"/> tells.</summary>
    public static SecretNames? Read(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (TryRead(file, cancellationToken, out _) is { } names)
                return names;
        }

        return null;
    }

    /// <summary>What is wrong with a file that should be an inventory; null when nothing is, or it is another file.</summary>
    public static string? Problem(AdditionalText file, CancellationToken cancellationToken)
    {
        TryRead(file, cancellationToken, out var problem);
        return problem;
    }

    private static SecretNames? TryRead(AdditionalText file, CancellationToken cancellationToken, out string? problem)
    {
        problem = null;
        if (Path.GetFileName(file.Path) is not Name || file.GetText(cancellationToken) is not { } text)
            return null;

        try
        {
            return SecretNames.Parse(text.ToString());
        }
        catch (FormatException malformed)
        {
            problem = malformed.Message;
            return null;
        }
    }
}
