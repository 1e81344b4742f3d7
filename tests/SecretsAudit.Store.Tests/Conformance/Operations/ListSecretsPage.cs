namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html and
/// https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_search-secret.html
/// </summary>
public sealed class ListSecretsPage : ApiPage
{
    [Fact]
    public async Task Only_this_regions_secrets_are_listed_oldest_first()
    {
        await Create("second-by-name");
        await Store.PassAsync(TimeSpan.FromSeconds(1));
        await Create("first-by-name");
        await Create("elsewhere", region: "us-east-1");

        Assert.Equal(["second-by-name", "first-by-name"], (await Ok("ListSecrets")).Names());
    }

    [Fact]
    public async Task An_entry_has_the_labels_under_its_own_member_name()
    {
        await Create("a");

        var entry = Assert.Single((await Ok("ListSecrets")).Items("SecretList"));

        Assert.Equal(["ARN", "Name", "LastChangedDate", "SecretVersionsToStages", "CreatedDate"], entry.Members());
    }

    [Theory]
    [InlineData("name", "asc", "a,b,c")]
    [InlineData("name", "desc", "c,b,a")]
    [InlineData("created-date", "asc", "b,c,a")]
    [InlineData("created-date", "desc", "a,c,b")]
    [InlineData("last-changed-date", "asc", "c,a,b")]
    [InlineData("last-changed-date", "desc", "b,a,c")]
    public async Task It_sorts_by_name_creation_or_last_change(string by, string order, string expected)
    {
        foreach (var name in new[] { "b", "c", "a" })
        {
            await Create(name);
            await Store.PassAsync(TimeSpan.FromMinutes(1));
        }

        await Ok("UpdateSecret", new { SecretId = "b", Description = "changed last" });

        Assert.Equal(expected.Split(','), (await Ok("ListSecrets", new { SortBy = by, SortOrder = order })).Names());
    }

    [Fact]
    public async Task Pages_are_complete_without_overlap_and_the_last_has_no_token()
    {
        for (var i = 0; i < 7; i++)
        {
            await Create($"s{i}");
        }

        var names = new List<string>();
        string? token = null;
        var pages = 0;
        do
        {
            var page = await Ok("ListSecrets", token is null ? new { MaxResults = 3 } : new { MaxResults = 3, NextToken = token });
            names.AddRange(page.Names());
            token = page.Has("NextToken") ? page.Text("NextToken") : null;
            pages++;
        }
        while (token is not null);

        Assert.Equal(3, pages);
        Assert.Equal(["s0", "s1", "s2", "s3", "s4", "s5", "s6"], names.Order());
    }

    [Fact]
    public async Task A_page_goes_on_where_it_stopped_although_its_last_secret_is_gone()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await Create(name);
        }

        var token = (await Ok("ListSecrets", new { SortBy = "name", MaxResults = 2 })).Text("NextToken");
        await Ok("DeleteSecret", new { SecretId = "b", ForceDeleteWithoutRecovery = true });

        Assert.Equal(["c"], (await Ok("ListSecrets", new { SortBy = "name", MaxResults = 2, NextToken = token })).Names());
    }

    [Fact]
    public async Task A_token_of_another_list_or_made_up_is_refused()
    {
        await Create("a");
        await Create("b");
        var token = (await Ok("ListSecrets", new { MaxResults = 1 })).Text("NextToken");

        await Refused("InvalidNextTokenException", "The NextToken value is invalid.", "ListSecrets", new { MaxResults = 1, NextToken = token, SortBy = "name" });
        await Refused("InvalidNextTokenException", "The NextToken value is invalid.", "ListSecrets", new { NextToken = "made up" });
    }

    [Fact]
    public async Task A_page_has_1_to_100_entries()
    {
        await Refused(
            "ValidationException", "1 validation error detected: Value '101' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100",
            "ListSecrets", new { MaxResults = 101 });
        await Refused(
            "ValidationException", "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1",
            "ListSecrets", new { MaxResults = 0 });
    }

    [Theory]
    [InlineData("name", "prod/", "prod/orders,prod/Payments")]
    [InlineData("name", "Prod/", "")]
    [InlineData("name", "orders", "")]
    [InlineData("name", "!prod/", "staging/orders")]
    [InlineData("description", "card", "prod/Payments")]
    [InlineData("description", "CARD numbers", "prod/Payments")]
    [InlineData("description", "ard", "")]
    [InlineData("description", "the order", "prod/orders,staging/orders")]
    [InlineData("tag-key", "own", "prod/orders,prod/Payments")]
    [InlineData("tag-key", "Own", "")]
    [InlineData("tag-value", "pay", "prod/Payments")]
    [InlineData("primary-region", "eu-", "prod/Payments")]
    [InlineData("owning-service", "rds", "")]
    [InlineData("all", "PAYMENTS", "prod/Payments")]
    [InlineData("all", "order", "prod/orders,staging/orders")]
    [InlineData("all", "rder", "")]
    public async Task A_filter_matches_beginnings_and_its_key_says_whether_of_the_text_or_of_words(string key, string value, string expected)
    {
        await Ok("CreateSecret", new { Name = "prod/orders", Description = "of the order desk", Tags = new[] { new { Key = "owner", Value = "orders" } } });
        await Ok("CreateSecret", new { Name = "prod/Payments", Description = "Card numbers", Tags = new[] { new { Key = "owner", Value = "payments" } }, AddReplicaRegions = new[] { new { Region = "us-east-1" } } });
        await Ok("CreateSecret", new { Name = "staging/orders", Description = "the same for order tests" });

        var names = (await Ok("ListSecrets", new { Filters = new[] { new { Key = key, Values = new[] { value } } } })).Names();

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Values_of_a_filter_are_alternatives_and_filters_add_up()
    {
        foreach (var (name, description) in new[] { ("a1", "red"), ("a2", "blue"), ("b1", "red") })
        {
            await Ok("CreateSecret", new { Name = name, Description = description });
        }

        Assert.Equal(["a1", "a2", "b1"], (await Ok("ListSecrets", new { Filters = new[] { new { Key = "name", Values = new[] { "a", "b" } } } })).Names().Order());
        Assert.Equal(["a1"], (await Ok("ListSecrets", new { Filters = new[] { new { Key = "name", Values = new[] { "a" } }, new { Key = "description", Values = new[] { "red" } } } })).Names());
    }

    [Fact]
    public async Task A_filter_needs_a_known_key_and_values()
    {
        await Refused(
            "ValidationException",
            "1 validation error detected: Value 'invalid' at 'filters.1.member.key' failed to satisfy constraint: Member must satisfy enum value set: [all, name, tag-key, description, tag-value]",
            "ListSecrets", new { Filters = new[] { new { Key = "invalid", Values = new[] { "a" } } } });
        await Refused("InvalidParameterException", "Invalid filter key", "ListSecrets", new { Filters = new[] { new { Values = new[] { "a" } } } });
        await Refused("InvalidParameterException", "Invalid filter values for key: name", "ListSecrets", new { Filters = new[] { new { Key = "name" } } });
        Assert.Equal("ValidationException", (await Refused("ListSecrets", new { Filters = new[] { new { Key = "name", Values = new[] { "a*" } } } })).Code);
    }

    [Theory]
    [InlineData("AppBeta", "App,Beta")]
    [InlineData("COMPANYthings", "COMPAN,Ythings")]
    [InlineData("prod/AppBeta", "prod,App,Beta")]
    [InlineData("prod-AppBeta/one", "prod-AppBeta/one")]
    [InlineData("7241da", "724,1da")]
    [InlineData("+", "")]
    public void Words_begin_at_separators_and_at_capitals_before_lower_case(string text, string words) =>
        Assert.Equal(words.Split(',', StringSplitOptions.RemoveEmptyEntries), WordsOf(text));

    private static List<string> WordsOf(string text) => SecretsAudit.Store.Operations.SecretsManager.SearchWords.Of(text);
}
