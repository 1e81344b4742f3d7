using Microsoft.CodeAnalysis;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>The framework's assemblies of the running program: they give framework types their parameters' names.</summary>
internal static class PlatformReferences
{
    // The assemblies in whose types credentials are given to something; the rest would cost time and tell nothing.
    private static readonly HashSet<string> Wanted = new(StringComparer.OrdinalIgnoreCase)
    {
        "System.Private.CoreLib", "System.Runtime", "System.Private.Uri", "System.Collections", "System.Linq", "System.Net.Primitives", "System.Net.Http", "System.Net.Mail", "System.Net.Requests", "System.Net.WebClient", "System.Data.Common",
        "System.Security.Cryptography", "System.Console", "System.Collections.Immutable", "System.ComponentModel.Primitives", "System.ComponentModel.TypeConverter", "System.Diagnostics.Process", "System.Collections.Specialized", "System.Memory",
        "System.Text.Encoding.Extensions", "System.Security.Cryptography.Primitives", "System.Security.Cryptography.Algorithms", "System.Security.Cryptography.X509Certificates", "netstandard", "System.Security.SecureString", "System.Runtime.InteropServices",
        "System.Collections.Concurrent", "System.ObjectModel", "System.Text.Json", "System.Threading", "System.Net.Security", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Http.Abstractions", "Microsoft.AspNetCore.Identity", "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Server.Kestrel.Core", "Microsoft.Extensions.Identity.Core", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.Configuration.Binder",
        "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Primitives", "Microsoft.AspNetCore.Hosting.Abstractions", "Microsoft.AspNetCore.Mvc.Core",
    };

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Loaded = new(Load);

    public static IReadOnlyList<MetadataReference> All => Loaded.Value;

    private static IReadOnlyList<MetadataReference> Load()
    {
        var assemblies = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        return [.. assemblies.Split(Path.PathSeparator).Where(path => Wanted.Contains(Path.GetFileNameWithoutExtension(path))).Select(AssemblyReference.Of).OfType<MetadataReference>()];
    }
}
