namespace SecretsAudit.Analyzers.Tests;

/// <summary>What code does with a value that it read from Secrets Manager.</summary>
public sealed class SecretValueTests
{
    [Theory]
    [InlineData("""logger.LogInformation("Value: {Value}", {|SAUD2007:response.SecretString|});""")]
    [InlineData("""logger.LogInformation({|SAUD2007:$"Value: {response.SecretString}"|});""")]
    [InlineData("""Console.WriteLine({|SAUD2007:"Value: " + response.SecretString|});""")]
    [InlineData("""var value = response.SecretString; Console.WriteLine({|SAUD2007:value|});""")]
    [InlineData("""var value = response.SecretString; var bytes = Encoding.UTF8.GetBytes(value); Console.WriteLine({|SAUD2007:Convert.ToBase64String(bytes)|});""")]
    [InlineData("""var document = System.Text.Json.JsonDocument.Parse(response.SecretString); Console.WriteLine({|SAUD2007:document.RootElement.GetProperty("password").GetString()|});""")]
    [InlineData("""throw new InvalidOperationException({|SAUD2007:$"Bad secret {response.SecretString}"|});""")]
    [InlineData("""System.Diagnostics.Trace.WriteLine({|SAUD2007:response.SecretString|});""")]
    [InlineData("""activity.SetTag("secret", {|SAUD2007:response.SecretString|});""")]
    [InlineData("""logger.LogInformation("Read {Name}", response.Name);""")]
    [InlineData("""logger.LogInformation("Length {Length}", response.SecretString.Length);""")]
    [InlineData("""if (response.SecretString is null) throw new InvalidOperationException($"{response.Name} is empty");""")]
    [InlineData("""Connect(response.SecretString); logger.LogInformation("Connected");""")]
    [InlineData("""var value = response.SecretString; Connect(value); Console.WriteLine(response.Name);""")]
    public Task It_is_not_to_be_written_to_a_log(string statement) => Check.FindsAsync(Class(statement));

    [Theory]
    [InlineData("""if ({|SAUD2010:response.SecretString == input|}) return;""")]
    [InlineData("""if ({|SAUD2010:input != response.SecretString|}) return;""")]
    [InlineData("""var expected = response.SecretString; if ({|SAUD2010:expected.Equals(input)|}) return;""")]
    [InlineData("""if ({|SAUD2010:string.Equals(input, response.SecretString, StringComparison.Ordinal)|}) return;""")]
    [InlineData("""if ({|SAUD2010:Encoding.UTF8.GetBytes(response.SecretString).SequenceEqual(Encoding.UTF8.GetBytes(input))|}) return;""")]
    [InlineData("""if (response.SecretString == null) return;""")]
    [InlineData("""if (response.SecretString == "") return;""")]
    [InlineData("""if (string.IsNullOrEmpty(response.SecretString)) return;""")]
    [InlineData("""if (System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(response.SecretString), Encoding.UTF8.GetBytes(input))) return;""")]
    [InlineData("""if (response.Name == input) return;""")]
    public Task It_is_not_to_be_compared_in_variable_time(string statement) => Check.FindsAsync(Class(statement));

    [Theory]
    [InlineData("""class Orders { async Task Run(Client client) { while (true) { await {|SAUD2008:client.GetSecretValueAsync(new GetSecretValueRequest())|}; } } }""")]
    [InlineData("""class Orders { async Task Run(Client client, string[] ids) { foreach (var id in ids) await {|SAUD2008:client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = id })|}; } }""")]
    [InlineData("""class OrdersController { public async Task Get(Client client) { await {|SAUD2008:client.GetSecretValueAsync(new GetSecretValueRequest())|}; } }""")]
    [InlineData("""class App { void Map(dynamic app, Client client) { app.MapGet("/", (Func<Task>)(async () => { await client.GetSecretValueAsync(new GetSecretValueRequest()); })); } }""")]
    [InlineData("""class Program { static void Map(Endpoints app, Client client) { app.MapGet("/", async () => { await {|SAUD2008:client.GetSecretValueAsync(new GetSecretValueRequest())|}; }); } }""")]
    [InlineData("""class OrdersController { public async Task Get(Client client, Cache cache) { if (!cache.Has("x")) await client.GetSecretValueAsync(new GetSecretValueRequest()); } }""")]
    [InlineData("""class Orders { async Task Load(Client client) { await client.GetSecretValueAsync(new GetSecretValueRequest()); } }""")]
    [InlineData("""class OrdersController { private async Task Load(Client client) { await client.GetSecretValueAsync(new GetSecretValueRequest()); } }""")]
    [InlineData("""class OrdersController { public async Task Get(string name) { await GetSecretValueAsync(name); } private Task<string> GetSecretValueAsync(string name) => File.ReadAllTextAsync(name); }""")]
    public Task It_is_not_to_be_read_again_and_again(string source) => Check.FindsAsync($$"""
        {{source}}
        class Client { public Task<string> GetSecretValueAsync(GetSecretValueRequest request) => Task.FromResult(request.SecretId); }
        class GetSecretValueRequest { public string SecretId { get; set; } = ""; }
        class Cache { public bool Has(string key) => key.Length > 0; }
        class Endpoints { public void MapGet(string route, Func<Task> handler) { } }
        """);

    private static string Class(string statement) => $$"""
        class Sample
        {
            void Connect(string value) { }
            void Run(GetSecretValueResponse response, string input, Logger logger, System.Diagnostics.Activity activity) { {{statement}} }
        }
        class GetSecretValueResponse { public string Name { get; set; } = ""; public string SecretString { get; set; } = null!; public MemoryStream SecretBinary { get; set; } = null!; }
        class Logger { public void LogInformation(string template, params object[] values) { } }
        """;
}
