using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Running;
using SecretsAudit.Benchmarks.Credentials;
using SecretsAudit.Benchmarks.Store;

// The store is measured as a service, beside its limit in the same run; everything else by BenchmarkDotNet.
switch (args)
{
    case ["store-reads", .. var rest]:
        return await StoreReads.RunAsync(rest);
    case ["store-edge"]:
        return await StoreEdge.RunAsync();
    case ["store-edge-writes"]:
        return await StoreEdge.WritesAsync();
    case ["store-writes", .. var rest]:
        return await StoreWrites.RunAsync(rest);
    case ["store-trail-cost"]:
        return await StoreTrailCost.RunAsync();
    case ["store-size", .. var rest]:
        return StoreSize.Run(rest);
    case ["store-serve", var folder, var secrets]:
        return await StoreSize.ServeAsync(folder, int.Parse(secrets, CultureInfo.InvariantCulture));
    case ["store-start", var folder, var secrets]:
        return await StoreSize.StartAsync(folder, int.Parse(secrets, CultureInfo.InvariantCulture));
    case ["store-trail", .. var rest]:
        return StoreTrail.Run(rest);
    case ["text-scan", var folder]:
        return TextScan.Run(folder);
    case ["labels", var folder]:
        return await LabelledLines.RunAsync(folder);
    default:
        // Not typeof(Program): the command line's own Program is visible here too, and the name would mean both.
        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        return 0;
}
