namespace SecretsAudit.Analyzers.Tests;

/// <summary>A literal under a credential's name, in each form that C# has for giving something a value.</summary>
public sealed class NamedLiteralTests
{
    [Theory]
    [InlineData("""var password = [|"hunter2x"|];""")]
    [InlineData("""string dbPassword = [|"Tr0ub4dor&3"|];""")]
    [InlineData("""const string ApiSecret = [|"k9Xw2LpQ7vTz"|]; Use(ApiSecret);""")]
    [InlineData("""string password; password = [|"hunter2x"|]; Use(password);""")]
    [InlineData("""var password = [|@"hunt""er2x"|];""")]
    [InlineData(""""var password = [|"""hunter2x"""|];"""")]
    [InlineData("""var password = [|"hunter2x"u8|];""")]
    [InlineData("""var password = [|"hunter2x"|].ToCharArray();""")]
    [InlineData("""var password = [|"hunt"|] + "er2x";""")]
    [InlineData("""var password = [|$"hunter2x"|];""")]
    [InlineData("""var password = string.Concat([|"hunt"|], "er2x");""")]
    [InlineData("""var password = string.Format([|"{0}er2x"|], "hunt");""")]
    [InlineData("""var password = string.Join("", [|"hunt"|], "er2x");""")]
    [InlineData("""var password = Encoding.UTF8.GetBytes([|"hunter2x"|]);""")]
    [InlineData("""var password = Convert.FromBase64String([|"aHVudGVyMnh5eg=="|]);""")]
    [InlineData("""char[] password = [|{ 'h', 'u', 'n', 't', 'e', 'r', '2' }|];""")]
    [InlineData("""var password = [|new[] { 'h', 'u', 'n', 't', 'e', 'r', '2' }|];""")]
    [InlineData("""var password = input ?? [|"hunter2x"|];""")]
    [InlineData("""var password = flag ? [|"hunter2x"|] : input;""")]
    [InlineData("""var password = flag switch { true => [|"hunter2x"|], _ => input };""")]
    [InlineData("""string? password = null; password ??= [|"hunter2x"|]; Use(password);""")]
    [InlineData("""var (user, password) = ("admin", [|"hunter2x"|]); Use(user + password);""")]
    [InlineData("""(string User, string Password) login = ("admin", [|"hunter2x"|]); Use(login.Password);""")]
    [InlineData("""var login = (User: "admin", Password: [|"hunter2x"|]); Use(login.Password);""")]
    [InlineData("""var login = new { User = "admin", Password = [|"hunter2x"|] }; Use(login.Password);""")]
    [InlineData("""var account = new Account { Password = [|"hunter2x"|] }; Use(account.Password);""")]
    [InlineData("""var account = new Account(); account.Password = [|"hunter2x"|];""")]
    [InlineData("""settings["Db:Password"] = [|"hunter2x"|];""")]
    [InlineData("""settings.Add("Db:Password", [|"hunter2x"|]);""")]
    [InlineData("""settings.TryAdd("CLIENT_SECRET", [|"k9Xw2LpQ7vTz"|]);""")]
    [InlineData("""var map = new Dictionary<string, string> { ["Password"] = [|"hunter2x"|] }; Use(map);""")]
    [InlineData("""var map = new Dictionary<string, string> { { "Password", [|"hunter2x"|] } }; Use(map);""")]
    [InlineData("""var pair = new KeyValuePair<string, string>("Password", [|"hunter2x"|]); Use(pair);""")]
    [InlineData("""var pair = KeyValuePair.Create("Password", [|"hunter2x"|]); Use(pair);""")]
    [InlineData("""Environment.SetEnvironmentVariable("DB_PASSWORD", [|"hunter2x"|]);""")]
    [InlineData("""Use(Environment.GetEnvironmentVariable("DB_PASSWORD") ?? [|"hunter2x"|]);""")]
    [InlineData("""Use(settings["Db:Password"] ?? [|"hunter2x"|]);""")]
    [InlineData("""Login("admin", [|"hunter2x"|]);""")]
    [InlineData("""Login(password: [|"hunter2x"|], user: "admin");""")]
    [InlineData("""Use(new Account("admin", [|"hunter2x"|]));""")]
    [InlineData("""Account account = new("admin", [|"hunter2x"|]); Use(account);""")]
    [InlineData("""Use(new Signed(1, [|"k9Xw2LpQ7vTz"|]));""")]
    [InlineData("""string[] passwords = { [|"hunter2x"|], [|"admin-one1"|] };""")]
    [InlineData("""List<string> passwords = [[|"hunter2x"|]];""")]
    [InlineData("""string Password() => [|"hunter2x"|]; Use(Password());""")]
    [InlineData("""string GetPassword() { return [|"hunter2x"|]; } Use(GetPassword());""")]
    [InlineData("""Func<string> password = () => [|"hunter2x"|]; Use(password);""")]
    [InlineData("""var password = "x"; password += [|"hunter2x"|]; Use(password);""")]
    public Task It_is_found_among_statements(string statement) => Check.FindsInMethodAsync(statement, """
        void Use(object value) { }
        void Login(string user, string password) { }
        record Account(string User = "", string Pw = "") { public string Password { get; set; } = ""; public Account(string user, string password, int x = 0) : this(user) { Password = password; } }
        record Signed(int Id, string ClientSecret);
        """);

    [Theory]
    [InlineData("""private string _password = [|"hunter2x"|];""")]
    [InlineData("""private readonly string _password = [|"hunter2x"|];""")]
    [InlineData("""public static readonly string ApiSecret = [|"k9Xw2LpQ7vTz"|];""")]
    [InlineData("""internal const string Password = [|"hunter2x"|];""")]
    [InlineData("""public string Password { get; set; } = [|"hunter2x"|];""")]
    [InlineData("""public string Password => [|"hunter2x"|];""")]
    [InlineData("""public string Password { get { return [|"hunter2x"|]; } }""")]
    [InlineData("""public string Password { get => [|"hunter2x"|]; }""")]
    [InlineData("""public string GetPassword() => [|"hunter2x"|];""")]
    [InlineData("""public void Open(string password = [|"hunter2x"|]) { }""")]
    [InlineData("""[System.ComponentModel.DefaultValue([|"hunter2x"|])] public string Password { get; set; } = "";""")]
    [InlineData("""[Login(Password = [|"hunter2x"|])] class Marked { } class LoginAttribute : Attribute { public string Password { get; set; } = ""; }""")]
    [InlineData("""[Login([|"hunter2x"|])] class Marked { } class LoginAttribute(string password) : Attribute { public string Kept => password; }""")]
    [InlineData("""private readonly byte[] _encryptionKey = {|SAUD2006:{ 0x12, 0x4f, 0x33, 0x81, 0x5c, 0xaa, 0x17, 0x09, 0x42, 0x6b }|};""")]
    [InlineData("""const string A = "hunt"; private string _password = A + [|"er2x"|];""")]
    [InlineData("""record Options(string Password = [|"hunter2x"|]);""")]
    public Task It_is_found_among_members(string member) => Check.FindsAsync($"class Sample {{ {member} }}");

    [Theory]
    [InlineData("""if (password == {|SAUD2011:"hunter2x"|}) return;""")]
    [InlineData("""if ({|SAUD2011:"hunter2x"|} != password) return;""")]
    [InlineData("""if (password.Equals({|SAUD2011:"hunter2x"|})) return;""")]
    [InlineData("""if ({|SAUD2011:"hunter2x"|}.Equals(password)) return;""")]
    [InlineData("""if (string.Equals(password, {|SAUD2011:"hunter2x"|}, StringComparison.Ordinal)) return;""")]
    [InlineData("""if (password is {|SAUD2011:"hunter2x"|}) return;""")]
    [InlineData("""if (password is {|SAUD2011:"hunter2x"|} or {|SAUD2011:"letmein99"|}) return;""")]
    [InlineData("""switch (password) { case {|SAUD2011:"hunter2x"|}: return; }""")]
    [InlineData("""_ = password switch { {|SAUD2011:"hunter2x"|} => 1, _ => 0 };""")]
    [InlineData("""if (account is { Password: {|SAUD2011:"hunter2x"|} }) return;""")]
    [InlineData("""if (account.Password == {|SAUD2011:"hunter2x"|}) return;""")]
    [InlineData("""if ((user, password) is ("admin", {|SAUD2011:"hunter2x"|})) return;""")]
    public Task It_is_found_in_a_comparison(string statement) => Check.FindsAsync($$"""
        class Account { public string Password { get; set; } = ""; }
        class Sample { void Check(string user, string password, Account account) { {{statement}} } }
        """);
}
