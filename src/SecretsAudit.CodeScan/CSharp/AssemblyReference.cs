using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>
/// References that hold an assembly's metadata alone. Roslyn's own way to make one reads the code besides, which nobody runs: that took a tenth of a
/// commit's scan.
/// </summary>
internal static class AssemblyReference
{
    /// <summary>A reference to an assembly; null for a file that is none or cannot be read, without which less of the code is understood.</summary>
    public static MetadataReference? Of(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
            return AssemblyMetadata.Create(ModuleMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata)).GetReference(filePath: path);
        }
        catch (Exception unreadable) when (unreadable is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
