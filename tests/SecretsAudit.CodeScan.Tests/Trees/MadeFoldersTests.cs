using SecretsAudit.CodeScan.Trees;

namespace SecretsAudit.CodeScan.Tests.Trees;

/// <summary>Which folders hold what tools fetch or make, and which of the same name hold a project's own files.</summary>
public sealed class MadeFoldersTests
{
    [Theory]
    [InlineData("web/node_modules/left/index.js")]
    [InlineData("src/Kasse/bin/Debug/net10.0/appsettings.json")]
    [InlineData("src/Kasse/bin/Release/kasse.dll.config")]
    [InlineData("src/Kasse/obj/project.assets.json")]
    [InlineData("packages/Kontor.Kasse.4.2.1/lib/kasse.xml")]
    [InlineData("packages/kontor.kasse/4.2.1/kontor.kasse.nuspec")]
    [InlineData("infra/.terraform/modules/db/main.tf")]
    public void What_tools_fetch_or_make_is_left_out(string path) => Assert.True(SourceTree.IsSkipped(path));

    [Theory]
    [InlineData("bin/deploy.sh")]
    [InlineData("packages/kasse/src/config.js")]
    [InlineData("packages/kontor/Installer/src/Seeder.php")]
    [InlineData("packages/kasse-v2.1/settings.json")]
    [InlineData("packages.config")]
    [InlineData("src/objects/settings.json")]
    public void A_project_s_own_folders_of_such_names_are_read(string path) => Assert.False(SourceTree.IsSkipped(path));
}
