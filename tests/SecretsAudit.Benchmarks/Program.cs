using SecretsAudit.Benchmarks.Store;

return args switch
{
    ["store-reads", .. var rest] => await StoreReads.RunAsync(rest),
    ["store-writes"] => await StoreWrites.RunAsync(),
    ["store-size", .. var rest] => await StoreSize.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name a benchmark: store-reads [CONNECTIONS…] | store-writes | store-size [SECRETS]");
    return 2;
}
