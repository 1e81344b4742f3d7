using System.Net;
using SecretsAudit.Store;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Hosting;

if (args is not ["serve", var directory])
{
    return 2;
}

await using var store = await ReferenceStore.OpenAsync(new StoreOptions
{
    DataDirectory = directory,
    DevelopmentCredentials = [new("test", "test", "123456789012")],

    // Small, so that a kill hits the change from one log to the other, too.
    CheckpointBytes = 64 * 1024,
});
await using var server = await StoreServer.StartAsync(store, new IPEndPoint(IPAddress.Loopback, 0));
Console.WriteLine(server.Address);
await server.WaitForShutdownAsync(CancellationToken.None);
return 0;
