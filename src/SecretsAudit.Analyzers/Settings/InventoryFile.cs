using System.Collections.Immutable;
using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Settings;

/// <summary>The exported inventory among a project's AdditionalFiles.</summary>
internal static class InventoryFile
{
    public const string Name = "secretsaudit.inventory.json";

    /// <summary>
    /// The inventory; null when the project has none, or when it cannot be read: without one no name is called wrong. The command line, which
    /// can say what is malformed about a file, writes it.
    /// </summary>
    public static SecretNames? Read(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (Path.GetFileName(file.Path) is not Name || file.GetText(cancellationToken) is not { } text)
                continue;

            try
            {
                return SecretNames.Parse(text.ToString());
            }
            catch (FormatException)
            {
                return null;
            }
        }

        return null;
    }
}
