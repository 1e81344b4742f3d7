using SecretsAudit.Store.Connections;
using SecretsAudit.Store.Operations.Ssm;
using SecretsAudit.Store.Templates;

namespace SecretsAudit.Store.Tests.Templates;

/// <summary>What a template says beyond one stack's resources: loops, blocks of addresses, other stacks.</summary>
public sealed class TemplateLanguageTests
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
    [Fact]
    public async Task A_loop_within_a_loop_makes_a_resource_for_every_pair()
    {
        await using var store = await TestStore.OpenAsync();

        var result = await ImportAsync(store, """
            Transform: AWS::LanguageExtensions
            Parameters:
              Stages: { Type: CommaDelimitedList, Default: "test, live" }
            Resources:
              Fn::ForEach::Stages:
                - Stage
                - !Ref Stages
                - Host${Stage}:
                    Type: AWS::SSM::Parameter
                    Properties: { Name: !Sub "/${Stage}/host", Type: String, Value: !Ref Stage }
                  Fn::ForEach::Zones:
                    - Zone
                    - [eu-1, eu-2]
                    - Host${Stage}&{Zone}:
                        Type: AWS::SSM::Parameter
                        Properties: { Name: !Sub "/${Stage}/${Zone}/host", Type: String, Value: !GetAtt [!Sub "Host${Stage}", Value] }
            """);

        Assert.Equal(["Hosttest", "Hosttesteu1", "Hosttesteu2", "Hostlive", "Hostliveeu1", "Hostliveeu2"], result.Created.Select(made => made.Key));
        Assert.Equal("live", await ValueAsync(store, "/live/eu-2/host"));
    }

    [Theory]
    [InlineData("[Stage, [a, a], {'Host${Stage}': {Type: AWS::SSM::Parameter}}]", "Hosta is made twice by the template's loops.")]
    [InlineData("[Stage, text, {'Host${Stage}': {Type: AWS::SSM::Parameter}}]", "Fn::ForEach::Stages takes a list as its collection.")]
    [InlineData("[Stage, [a]]", "Fn::ForEach::Stages takes an identifier, a collection and what to repeat.")]
    [InlineData("[Stage, [!Ref Other], {'Host${Stage}': {Type: AWS::SSM::Parameter}}]", "A loop cannot depend on Other.")]
    public async Task A_loop_that_cannot_be_unrolled_says_why(string loop, string expected)
    {
        await using var store = await TestStore.OpenAsync();

        var refusal = await Assert.ThrowsAsync<TemplateException>(() => ImportAsync(store, $"Transform: [AWS::LanguageExtensions]\nResources:\n  Fn::ForEach::Stages: {loop}\n"));

        Assert.Equal(expected, refusal.Message);
    }

    [Fact]
    public async Task Loops_that_multiply_without_end_are_stopped()
    {
        await using var store = await TestStore.OpenAsync();
        var list = "[" + string.Join(',', Enumerable.Range(0, 100)) + "]";

        var refusal = await Assert.ThrowsAsync<TemplateException>(() => ImportAsync(store, $$$"""
            Transform: AWS::LanguageExtensions
            Resources:
              Fn::ForEach::A: [A, {{{list}}}, {"Fn::ForEach::B": [B, {{{list}}}, {"Fn::ForEach::C": [C, {{{list}}}, {"R${A}x${B}x${C}": {Type: AWS::SSM::Parameter}}]}]}]
            """));

        Assert.Equal("The template's loops make more than a stack can have.", refusal.Message);
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html
    [Theory]
    [InlineData("192.168.0.0/24", "6", "5", "192.168.0.0/27", "192.168.0.160/27")]
    [InlineData("10.0.0.0/16", "1", "8", "10.0.0.0/24", "10.0.0.0/24")]
    [InlineData("2001:db8::/56", "2", "64", "2001:db8::/64", "2001:db8:0:1::/64")]
    public void A_block_of_addresses_is_split_into_subnets(string block, string count, string bits, string first, string last)
    {
        var blocks = AddressBlocks.Split(block, count, bits);

        Assert.Equal((first, last, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)), (blocks[0], blocks[^1], blocks.Count));
    }

    [Theory]
    [InlineData("192.168.0.0/24", "9", "5")]
    [InlineData("192.168.0.0/24", "1", "9")]
    [InlineData("192.168.0.0/24", "257", "1")]
    [InlineData("192.168.0.0/24", "0", "1")]
    [InlineData("192.168.0.0", "one", "1")]
    public void Subnets_that_do_not_fit_are_refused(string block, string count, string bits) =>
        Assert.StartsWith("Fn::Cidr", Assert.Throws<TemplateException>(() => AddressBlocks.Split(block, count, bits)).Message, StringComparison.Ordinal);

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-importvalue.html
    [Fact]
    public async Task What_another_stack_exports_is_found_by_its_name()
    {
        const string Template = """
            Resources:
              Host: { Type: AWS::SSM::Parameter, Properties: { Name: /host, Type: String, Value: !ImportValue network-host } }
            """;
        await using var store = await TestStore.OpenAsync();

        await ImportAsync(store, Template, new() { Exports = new Dictionary<string, string> { ["network-host"] = "db.example.com" } });
        var refusal = await Assert.ThrowsAsync<TemplateException>(() => ImportAsync(store, Template));

        Assert.Equal("db.example.com", await ValueAsync(store, "/host"));
        Assert.Equal("No stack exports network-host: give its value with --import-value.", refusal.Message);
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html
    [Fact]
    public async Task A_nested_stack_takes_parameters_and_gives_outputs()
    {
        await using var store = await TestStore.OpenAsync();

        var result = await ImportAsync(store, """
            Resources:
              Network: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: network.yaml, Parameters: { Host: db.example.com } } }
              Copy: { Type: AWS::SSM::Parameter, Properties: { Name: /copy, Type: String, Value: !GetAtt Network.Outputs.Host } }
              Exported: { Type: AWS::SSM::Parameter, DependsOn: Network, Properties: { Name: /exported, Type: String, Value: !ImportValue host } }
            """, Nesting("""
            Parameters: { Host: { Type: String } }
            Resources:
              Host: { Type: AWS::SSM::Parameter, Properties: { Name: /host, Type: String, Value: !Ref Host } }
              Bucket: { Type: AWS::EC2::VPC }
            Outputs:
              Host: { Value: !GetAtt Host.Value, Export: { Name: host } }
              Unknown: { Value: !GetAtt Bucket.CidrBlock }
            """));

        Assert.Equal(["Network/Host", "Copy", "Exported"], result.Created.Select(made => made.Key));
        Assert.Equal(["Network/Bucket"], result.Skipped);
        Assert.Equal(("db.example.com", "db.example.com"), (await ValueAsync(store, "/copy"), await ValueAsync(store, "/exported")));
    }

    [Fact]
    public async Task A_stack_that_nests_itself_comes_to_an_end()
    {
        const string Template = "Resources: { Self: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: self.yaml } } }";
        await using var store = await TestStore.OpenAsync();

        Assert.Equal("Self: the template's stacks nest too deep.", (await Assert.ThrowsAsync<TemplateException>(() => ImportAsync(store, Template, Nesting(Template)))).Message);
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html
    [Theory]
    [InlineData("Transform: [AWS::LanguageExtensions, Count]\nResources: {}", "The template is rewritten by the macro Count, which runs in an AWS account")]
    [InlineData("Transform: { Name: AWS::Include, Parameters: { Location: s3://bucket/file } }\nResources: {}", "The template includes a file of an S3 bucket (AWS::Include)")]
    [InlineData("Resources: { A: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: { Fn::Transform: { Name: Upper } } } } }", "The template is rewritten by the macro Upper")]
    public async Task A_macro_is_refused_by_name(string template, string expected)
    {
        await using var store = await TestStore.OpenAsync();

        Assert.StartsWith(expected, (await Assert.ThrowsAsync<TemplateException>(() => ImportAsync(store, template))).Message, StringComparison.Ordinal);
    }

    private static TemplateNeighbours Nesting(string template) => new() { ReadNestedAsync = (_, _) => Task.FromResult(template) };

    private static Task<TemplateImportResult> ImportAsync(TestStore store, string template, TemplateNeighbours? neighbours = null) =>
        TemplateImport.RunAsync(StoreConnection.To(store.Store, store.Root, TestStore.Region), template, new Dictionary<string, string>(), neighbours);

    private static async Task<string> ValueAsync(TestStore store, string name) => (await store.Do(new GetParameter.Request { Name = name })).Parameter.Value!;
}
