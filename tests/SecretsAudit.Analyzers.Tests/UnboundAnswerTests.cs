namespace SecretsAudit.Analyzers.Tests;

/// <summary>Names and values that look like what needs no binding, and those that do need it. <see cref="Check"/> compares both answers.</summary>
public sealed class UnboundAnswerTests
{
    [Theory]
    [InlineData("""{ var data = [|"kasse-7731"|]; _ = new NetworkCredential("u", data); } { var data = input; _ = new NetworkCredential("u", data); }""")]
    [InlineData("""{ var data = input; _ = new NetworkCredential("u", data); } { var data = [|"kasse-7731"|]; _ = new NetworkCredential("u", data); }""")]
    [InlineData("""var data = [|"kasse"|] + "-7731"; _ = new NetworkCredential("u", data);""")]
    [InlineData("""var data = input; if (flag) data = [|"kasse-7731"|]; _ = new NetworkCredential("u", data);""")]
    [InlineData("""const string data = [|"kasse-7731"|]; Func<object> make = () => new NetworkCredential("u", data); _ = make();""")]
    [InlineData("""object Make(string data) => new NetworkCredential("u", data); _ = Make([|"kasse-7731"|]);""")]
    [InlineData("""Func<string, object> make = data => new NetworkCredential("u", data); var data = "kasse-7731"; _ = make(input + data);""")]
    [InlineData("""if (settings["a"] is { } data) _ = new NetworkCredential("u", data);""")]
    [InlineData("""foreach (var data in new[] { [|"kasse-7731"|] }) _ = new NetworkCredential("u", data);""")]
    public Task A_local_variable_is_the_one_of_the_block_around_it(string statements) => Check.FindsInMethodAsync(statements);

    [Theory]
    [InlineData("""readonly string data = [|"kasse-7731"|];""", """_ = new NetworkCredential("u", data);""")]
    [InlineData("""readonly string data = [|"kasse-7731"|];""", """_ = new NetworkCredential("u", this.data);""")]
    [InlineData("""const string data = [|"kasse-7731"|];""", """_ = new NetworkCredential("u", data);""")]
    [InlineData("""string data = "";  void Set() => data = [|"kasse-7731"|];""", """_ = new NetworkCredential("u", data);""")]
    [InlineData("""readonly string data = "kasse-7731";""", """Func<string, object> make = data => new NetworkCredential("u", data); _ = make(input);""")]
    [InlineData("""readonly string data = "kasse-7731";""", """object Make(string data) => new NetworkCredential("u", data); _ = Make(input);""")]
    [InlineData("""readonly string data = "kasse-7731"; class Inner { string data = ""; object Make() => new NetworkCredential("u", data); }""", "")]
    [InlineData("""static string data => [|"kasse-7731"|]; class Inner { object Make() => new NetworkCredential("u", data); }""", "")]
    public Task A_field_is_the_one_of_the_type_around_it(string members, string statements) => Check.FindsInMethodAsync(statements, members);

    [Theory]
    [InlineData("""object Make(string data) => new NetworkCredential("u", data);""", "")]
    [InlineData("""object Make(string data = [|"kasse-7731"|]) => new NetworkCredential("u", data);""", "")]
    [InlineData("""object Make(string data) { data = [|"kasse-7731"|]; return new NetworkCredential("u", data); }""", "")]
    [InlineData("""object Make(string data) => new NetworkCredential("u", data);""", """_ = Make([|"kasse-7731"|]);""")]
    [InlineData("""class Inner(string data) { public object Make() => new NetworkCredential("u", data); }""", """_ = new Inner([|"kasse-7731"|]).Make();""")]
    [InlineData("""class Inner { public Inner(string data) => _ = new NetworkCredential("u", data); }""", """Inner inner = new([|"kasse-7731"|]);""")]
    public Task A_parameter_is_what_is_passed(string members, string statements) => Check.FindsInMethodAsync(statements, members);

    [Theory]
    [InlineData("""T Column<T>() => (T)(object)[|"kasse-7731"|];""", """var password = this.Column<string>();""")]
    [InlineData("""readonly Func<string> draw = () => [|"kasse-7731"|];""", """var password = this.draw();""")]
    [InlineData("", """var password = Guid.NewGuid().ToString("N");""")]
    [InlineData("", """var text = new StringBuilder(); text.Append([|"kasse-7731"|]); var password = text.ToString();""")]
    [InlineData("", """var password = input.Normalize().Replace("a", "b");""")]
    [InlineData("", """_ = new System.Security.Cryptography.HMACSHA1(System.Security.Cryptography.SHA1.Create().ComputeHash(Encoding.ASCII.GetBytes([|"the mac key of the shop"|])));""")]
    public Task What_a_call_gives_is_followed_where_the_program_declares_it(string members, string statements) => Check.FindsInMethodAsync(statements, members);

    [Theory]
    [InlineData("""class SqlCredential { public SqlCredential(string user, string note) { } }""", """_ = new SqlCredential("u", "kasse-7731");""")]
    [InlineData("", """_ = new SqlCredential("u", [|"kasse-7731"|]);""")]
    [InlineData("""void Open(string host, string password) { }""", """Open("kasse-7732", [|"kasse-7731"|]); Open("kasse-7732", "");""")]
    [InlineData("""delegate void Taker(string password);""", """Taker take = _ => { }; take([|"xK9$mQ2!vB7#pL4"|]);""")]
    [InlineData("""void Show(string kind) { }""", """Show("xK9$mQ2!vB7#pL4");""")]
    public Task What_a_call_takes_is_what_its_declaration_says(string members, string statements) => Check.FindsInMethodAsync(statements, members);
}
