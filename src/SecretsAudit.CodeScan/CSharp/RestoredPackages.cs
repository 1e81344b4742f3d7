using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>The assemblies of a project's packages, where <c>dotnet restore</c> has left a note of them.</summary>
internal static class RestoredPackages
{
    private const int LargestNote = 32 << 20;
    private const int MostAssemblies = 400;

    public static IReadOnlyList<MetadataReference> Read(string projectFolder)
    {
        var note = new FileInfo(Path.Combine(projectFolder, "obj", "project.assets.json"));
        if (!note.Exists || note.Length > LargestNote)
            return [];

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(note.FullName));
            return [.. Assemblies(document.RootElement).Take(MostAssemblies).Select(AssemblyReference.Of).OfType<MetadataReference>()];
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // The scan is then as good as before the restore.
            return [];
        }
    }

    private static IEnumerable<string> Assemblies(JsonElement assets)
    {
        if (!assets.TryGetProperty("targets", out var targets) || !assets.TryGetProperty("packageFolders", out var folders) || !assets.TryGetProperty("libraries", out var libraries))
            yield break;

        var target = targets.EnumerateObject().FirstOrDefault();
        if (target.Value.ValueKind is not JsonValueKind.Object)
            yield break;

        foreach (var package in target.Value.EnumerateObject())
        {
            if (!package.Value.TryGetProperty("compile", out var compile) || !libraries.TryGetProperty(package.Name, out var library)
                || !library.TryGetProperty("path", out var path) || path.GetString() is not { } relative)
            {
                continue;
            }

            foreach (var assembly in compile.EnumerateObject())
            {
                var file = folders.EnumerateObject().Select(folder => Path.Combine(folder.Name, relative, assembly.Name)).FirstOrDefault(File.Exists);
                if (file is not null && file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                    yield return file;
            }
        }
    }
}
