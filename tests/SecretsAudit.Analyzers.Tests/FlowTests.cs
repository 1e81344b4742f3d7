namespace SecretsAudit.Analyzers.Tests;

/// <summary>A literal that reaches an API that takes a credential on a way that no name gives away; and the same ways with a value from outside.</summary>
public sealed class FlowTests
{
    private const string Sink = "new NetworkCredential(\"user\", data)";

    [Theory]
    [InlineData("""string data = [|"7e5tc4s3"|]; Use(SINK);""")]
    [InlineData("""string data; data = [|"7e5tc4s3"|]; Use(SINK);""")]
    [InlineData("""string data = ""; if (true) { data = [|"7e5tc4s3"|]; } Use(SINK);""")]
    [InlineData("""string data; if (Settings.Flag) { data = [|"7e5tc4s3"|]; } else { data = ""; } Use(SINK);""")]
    [InlineData("""string data = default!; data = [|"7e5tc4s3"|]; Use(SINK);""")]
    [InlineData("""string data; switch (6) { case 6: data = [|"7e5tc4s3"|]; break; default: data = ""; break; } Use(SINK);""")]
    [InlineData("""string data = ""; while (true) { data = [|"7e5tc4s3"|]; break; } Use(SINK);""")]
    [InlineData("""string data = ""; for (int i = 0; i < 1; i++) { data = [|"7e5tc4s3"|]; } Use(SINK);""")]
    [InlineData("""string first = [|"7e5tc4s3"|]; string second = first; string data = second; Use(SINK);""")]
    [InlineData("""object boxed = [|"7e5tc4s3"|]; string data = (string)boxed; Use(SINK);""")]
    [InlineData("""string data = [|"7e5tc4s3"|] + ""; Use(SINK);""")]
    [InlineData("""string data = input; data = data ?? [|"7e5tc4s3"|]; Use(SINK);""")]
    [InlineData("""string data = Source(); Use(SINK); string Source() { return [|"7e5tc4s3"|]; }""")]
    [InlineData("""string data = Source(); Use(SINK); string Source() => [|"7e5tc4s3"|];""")]
    [InlineData("""Send([|"7e5tc4s3"|]); void Send(string data) { Use(SINK); }""")]
    [InlineData("""string[] array = new string[5]; array[2] = [|"7e5tc4s3"|]; string data = array[2]; Use(SINK);""")]
    [InlineData("""var list = new List<string>(); list.Add("a"); list.Add([|"7e5tc4s3"|]); string data = list[1]; Use(SINK);""")]
    [InlineData("""var list = new LinkedList<string>(); list.AddLast([|"7e5tc4s3"|]); string data = list.Last!.Value; Use(SINK);""")]
    [InlineData("""var map = new Dictionary<int, string>(); map.Add(2, [|"7e5tc4s3"|]); string data = map[2]; Use(SINK);""")]
    [InlineData("""var map = new System.Collections.Hashtable(5); map.Add(2, [|"7e5tc4s3"|]); string data = (string)map[2]!; Use(SINK);""")]
    [InlineData("""var map = new Dictionary<int, string> { [2] = [|"7e5tc4s3"|] }; map.TryGetValue(2, out var data); Use(SINK);""")]
    [InlineData("""Fill(out var data); Use(SINK); void Fill(out string value) { value = [|"7e5tc4s3"|]; }""")]
    [InlineData("""var builder = new StringBuilder(); builder.Append([|"7e5tc4s3"|]); string data = builder.ToString(); Use(SINK);""")]
    [InlineData("""Func<string> source = () => [|"7e5tc4s3"|]; string data = source(); Use(SINK);""")]
    [InlineData("""string data = Pass([|"7e5tc4s3"|]); Use(SINK); string Pass(string value) => value;""")]
    [InlineData("""const string Encoded = [|"N2U1dGM0czM="|]; string data = Encoding.UTF8.GetString(Convert.FromBase64String(Encoded)); Use(SINK);""")]
    [InlineData("""var queue = new Queue<string>(); queue.Enqueue([|"7e5tc4s3"|]); string data = queue.Dequeue(); Use(SINK);""")]
    public Task It_is_followed_within_a_method(string statements) => Check.FindsAsync(Method(statements));

    [Theory]
    [InlineData("""string data = Console.ReadLine()!; Use(SINK);""")]
    [InlineData("""string data = ""; data = Console.ReadLine()!; Use(SINK);""")]
    [InlineData("""string data = default!; data ??= Console.ReadLine()!; Use(SINK);""")]
    [InlineData("""var map = new Dictionary<string, string> { ["a"] = "true" }; map["b"] = Console.ReadLine()!; string data = map[Console.ReadLine()!]; Use(SINK);""")]
    [InlineData("""string data = "7e5tc4s3"; data = Console.ReadLine()!; Use(SINK);""")]
    [InlineData("""string data; if (false) { data = "7e5tc4s3"; } else { data = Console.ReadLine()!; } Use(SINK);""")]
    [InlineData("""string data = true ? Console.ReadLine()! : "7e5tc4s3"; Use(SINK);""")]
    [InlineData("""string data = Console.ReadLine()!; string other = "7e5tc4s3"; Use(SINK); Use(other);""")]
    [InlineData("""string data = Source(); Use(SINK); string Source() { return Console.ReadLine()!; }""")]
    [InlineData("""Send(Console.ReadLine()!); void Send(string data) { Use(SINK); }""")]
    [InlineData("""string[] array = new string[5]; array[2] = Console.ReadLine()!; string data = array[2]; Use(SINK);""")]
    [InlineData("""var map = new Dictionary<int, string>(); map.Add(2, Console.ReadLine()!); string data = map[2]; Use(SINK);""")]
    [InlineData("""var map = new Dictionary<string, string> { ["a"] = Console.ReadLine()!, ["b"] = "7e5tc4s3" }; string data = map["a"]; Use(SINK);""")]
    [InlineData("""var map = new Dictionary<int, string>(); map.Add(1, "7e5tc4s3"); map.Add(2, Console.ReadLine()!); string data = map[2]; Use(SINK);""")]
    [InlineData("""using var reader = new StreamReader("password.txt"); string data = reader.ReadLine()!; Use(SINK);""")]
    [InlineData("""string data = Environment.GetEnvironmentVariable("ADD")!; Use(SINK);""")]
    [InlineData("""Use(SINKWITHSETTING);""")]
    [InlineData("""string data = Pass(Console.ReadLine()!); Use(SINK); Use(Pass("7e5tc4s3")); string Pass(string value) => value;""")]
    public Task A_value_from_outside_is_not_found(string statements) => Check.FindsAsync(Method(statements));

    [Fact]
    public Task What_another_caller_gives_an_interface_does_not_arrive_here() => Check.FindsAsync("""
        public interface IAsker { string Ask(string name, string fallback); }
        public sealed class Asker : IAsker { public string Ask(string name, string fallback) => System.Console.ReadLine() ?? fallback; }
        public sealed class Settings(IAsker asker)
        {
            public string Collection => asker.Ask("collection", "7e5tc4s3");
            public void Bad() => Use.It(new System.Net.NetworkCredential("user", asker.Ask("pw", [|"8f6ud5t4"|])));
            public void Good() => Use.It(new System.Net.NetworkCredential("user", asker.Ask("pw", "")));
        }
        public static class Use { public static void It(object value) { } }
        """);

    [Fact]
    public Task What_holds_any_text_is_not_followed_to_all_of_them() => Check.FindsAsync("""
        public sealed class Node(string value) { public string Value { get; } = value; }
        public sealed class Reader
        {
            public void Read(Node node) => Use.It(new System.Net.NetworkCredential("user", node.Value));
            public void Make() => Use.It(new[] { new Node("boolean"), new Node("definitions"), new Node("mapping"), new Node("properties"), new Node("sequence") });
        }
        public static class Use { public static void It(object value) { } }
        """);

    [Fact]
    public Task What_is_made_under_a_key_is_no_key_that_is_written_out() => Check.FindsAsync("""
        public static class Signer
        {
            public static byte[] Derive(byte[] key, string region) => Hash(Hash(key, region), "request");
            private static byte[] Hash(byte[] key, string text)
            {
                using var hmac = new System.Security.Cryptography.HMACSHA256(key);
                return hmac.ComputeHash(System.Text.Encoding.UTF8.GetBytes(text));
            }
        }
        """);

    [Fact]
    public Task It_is_followed_through_fields_properties_and_other_classes() => Check.FindsAsync("""
        class First
        {
            private string _kept = "";
            public static string Shared = "";
            public string Held { get; set; } = "";

            public void Bad() { _kept = [|"7e5tc4s3"|]; Sink(); }
            void Sink() { string data = _kept; Use.It(new NetworkCredential("user", data)); }

            public void BadShared() { Shared = [|"8f6ud5t4"|]; Second.FromShared(); }
            public void BadPassed() { Second.Passed([|"9g7ve6u5"|]); }
            public void BadDeep() { Second.Deep([|"0h8wf7v6"|]); }
            public void BadHeld() { var other = new First(); other.Held = [|"1i9xg8w7"|]; Second.Held(other); }
            public void BadReturned() { Use.It(new NetworkCredential("user", Second.Returned())); }
            public void BadVirtual() { Abstract sink = new Concrete(); sink.Send([|"3k1zi0y9"|]); }
            public void BadContainer() { var list = new List<string> { [|"4l2aj1z0"|] }; Second.Contained(list); }
        }

        static class Second
        {
            public static void FromShared() { string data = First.Shared; Use.It(new NetworkCredential("user", data)); }
            public static void Passed(string data) => Use.It(new NetworkCredential("user", data));
            public static void Deep(string data) => Deeper(data);
            static void Deeper(string data) => Passed(data);
            public static void Held(First holder) => Passed(holder.Held);
            public static string Returned() => [|"2j0yh9x8"|];
            public static void Contained(List<string> list) => Passed(list[0]);
        }

        abstract class Abstract { public abstract void Send(string data); }
        class Concrete : Abstract { public override void Send(string data) => Use.It(new NetworkCredential("user", data)); }
        static class Use { public static void It(object value) { } }
        """);

    [Fact]
    public Task It_is_followed_through_extension_methods_of_both_kinds() => Check.FindsAsync("""
        static class Extensions
        {
            public static string Same(this string value, string other) => value;
            public static string Other(this string value, string other) => other;
            extension(string block) { public string Kept() => block; public object Login(string data) => new NetworkCredential("user", data); }
        }
        class Sample
        {
            object A() => new NetworkCredential("user", [|"7e5tc4s3"|].Same("plain-text"));
            object B() => new NetworkCredential("user", "plain-text".Other([|"8f6ud5t4"|]));
            object C(string input) => new NetworkCredential("user", input.Kept());
            object D(string input) => input.Login([|"9g7ve6u5"|]);
        }
        """);

    [Theory]
    [InlineData("""string data = [|"7e5tc4s3"|]; Use("Data Source=(local);User ID=sa;Password=" + data);""")]
    [InlineData("""string data = [|"7e5tc4s3"|]; Use("Data Source=(local);User ID=sa;Password=" + data + ";Encrypt=true");""")]
    [InlineData("""string data = [|"7e5tc4s3"|]; Use($"Data Source=(local);User ID=sa;Password={data};Encrypt=true");""")]
    [InlineData("""string data = [|"7e5tc4s3"|]; Use($"Data Source = (local); User ID = sa; Password = {data}");""")]
    [InlineData("""string data = [|"7e5tc4s3"|]; Use(string.Format("Data Source={1};User ID=sa;Password={0}", data, input));""")]
    [InlineData("""string data = [|"7e5tc4s3"|]; Use(new StringBuilder().AppendFormat("Data Source={0};Password='{1}';", input, data).ToString());""")]
    [InlineData("""const string key = "Password="; string data = [|"7e5tc4s3"|]; Use("Data Source=(local);" + key + data + ";Encrypt=true");""")]
    [InlineData("""const string key = "Password = "; string data = [|"7e5tc4s3"|]; Use($"Data Source=(local);{key}{data}");""")]
    [InlineData("""const string key = "Database="; string data = "7e5tc4s3"; Use("Data Source=(local);" + key + data); Use($"{key}:{data}");""")]
    [InlineData("""const string key = "Password="; string data = "7e5tc4s3"; Use(key + input + data); Use($"{key};{data}");""")]
    [InlineData("""string data = "orders"; Use(string.Format("Password={0};Database={1}", input, data));""")]
    [InlineData("""string data = "7e5tc4s3"; Use(string.Format("Password={{0}};Password={7};Password={x}", data));""")]
    [InlineData("""string data = Console.ReadLine()!; Use("Data Source=(local);User ID=sa;Password=" + data);""")]
    [InlineData("""string data = "orders"; Use("Password=" + input + ";Database=" + data);""")]
    public Task It_is_followed_into_a_connection_string(string statements) => Check.FindsAsync(Method(statements));

    [Theory]
    [InlineData("""string data = [|"7e5tc4s3"|]; Use($"https://build:{data}@packages.corp/feed");""")]
    [InlineData("""string data = [|"7e5tc4s3"|]; Use("https://build:" + data + "@packages.corp/feed");""")]
    [InlineData("""string data = [|"7e5tc4s3"|]; Use(string.Format("https://build:{0}@packages.corp/feed", data));""")]
    [InlineData("""string data = "7e5tc4s3"; Use($"https://{input}:{data}/feed"); Use("https://build:" + data + "/feed"); Use($"{input}:{data}@corp");""")]
    [InlineData("""Use([|$"https://build:7e5tc4s3@{input}:{input}/feed"|]);""")]
    public Task It_is_followed_into_a_URL(string statements) => Check.FindsAsync(Method(statements));

    [Fact]
    public async Task It_is_reported_where_it_is_written_and_with_each_place_where_it_is_used()
    {
        var found = Assert.Single(await Check.DiagnosticsAsync("""
            class Sample
            {
                const string Data = "7e5tc4s3";
                object One() => new NetworkCredential("one", Data);
                object Two() => new NetworkCredential("two", Data);
                string Three() => $"Server=db;Password={Data}";
            }
            """));

        Assert.Equal(2, found.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal([3, 4, 5], found.AdditionalLocations.Select(use => use.GetLineSpan().StartLinePosition.Line).Order());
    }

    [Fact]
    public async Task What_is_written_where_it_is_used_has_no_other_place()
    {
        var found = Assert.Single(await Check.DiagnosticsAsync("""class Sample { object One() => new NetworkCredential("one", "7e5" + "tc4s3"); }"""));

        Assert.Empty(found.AdditionalLocations);
    }

    [Fact]
    public Task It_is_followed_through_a_static_field_whose_name_a_hundred_other_types_have() => Check.FindsAsync($$"""
        class Holder { public static string data = ""; void Fill() { data = [|"7e5tc4s3"|]; } }
        class Sink { object It() => new NetworkCredential("user", Holder.data); }
        {{string.Concat(Enumerable.Range(0, 100).Select(number => $"class Other{number} {{ public static string data = \"\"; void Fill() {{ data = \"other{number}\"; }} }}\n"))}}
        """);

    [Fact]
    public Task It_is_followed_through_a_stream_that_it_is_serialised_into() => Check.FindsAsync("""
        class Formatter { public void Serialize(Stream to, object value) { } public object Deserialize(Stream from) => new(); }
        class Sample
        {
            void Run()
            {
                var data = [|"7e5tc4s3"|];
                byte[] bytes;
                using (var stream = new MemoryStream()) { new Formatter().Serialize(stream, data); bytes = stream.ToArray(); }
                Use(bytes);
            }

            void Use(byte[] bytes)
            {
                using var stream = new MemoryStream();
                stream.Write(bytes, 0, bytes.Length);
                _ = new NetworkCredential("user", (string)new BinaryFormatter().Deserialize(stream));
            }
        }
        """);

    [Fact]
    public Task What_a_container_keeps_under_another_key_is_another_value() => Check.FindsAsync("""
        class Sample
        {
            const string Mode = "mode";
            const string Password = "certificate-password";

            object Run(Dictionary<string, string> given)
            {
                var options = new Dictionary<string, string>(given) { [Mode] = "enumerate", [Password] = [|"7e5tc4s3"|] };
                options["store-metadata-content"] = "always";
                options.TryGetValue(Password, out var found);
                return new NetworkCredential("user", found);
            }
        }
        """);

    [Fact]
    public Task What_a_container_takes_over_from_another_stays_under_its_key() => Check.FindsAsync("""
        class Sample
        {
            static readonly Dictionary<string, string> Defaults = new() { ["mode"] = "sandbox", ["password"] = [|"7e5tc4s3"|] };

            static Dictionary<string, string> WithDefaults(Dictionary<string, string> given)
            {
                var all = new Dictionary<string, string>(given);
                foreach (var name in Defaults.Keys)
                {
                    if (!all.ContainsKey(name))
                        all.Add(name, Defaults[name]);
                }
                return all;
            }

            object Run(Dictionary<string, string> given)
            {
                var found = WithDefaults(given)["password"];
                return new NetworkCredential("user", found);
            }
        }
        """);

    [Fact]
    public Task What_one_generic_holder_holds_is_no_other_holders() => Check.FindsAsync("""
        class Entry<T> { public T Value { get; set; } = default!; }
        class Page
        {
            readonly Entry<string> _startup = new(), _password = new();
            void Fill() => _startup.Value = "FullScreen";
            object Run() => new NetworkCredential("user", _password.Value);
        }
        """);

    private static string Method(string statements) => $$"""
        static class Settings { public static bool Flag => Environment.ProcessorCount > 1; public static string Value => Environment.MachineName; }
        class Sample
        {
            void Use(object value) { }
            void Run(string input)
            {
                {{statements.Replace("SINKWITHSETTING", "new NetworkCredential(\"user\", Settings.Value)", StringComparison.Ordinal).Replace("SINK", Sink, StringComparison.Ordinal)}}
            }
        }
        """;
}
