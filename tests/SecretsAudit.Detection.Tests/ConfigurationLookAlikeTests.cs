using System.Text;

namespace SecretsAudit.Detection.Tests;

/// <summary>
/// Settings as configuration files have them, each with the label that a reviewer gives it and why. Look-alikes of what public repositories hold;
/// the values are made up.
/// </summary>
public sealed class ConfigurationLookAlikeTests
{
    [Theory]
    // Development passwords: weak, and still what opens the database.
    [InlineData("docker-compose.yml", "environment:\n  POSTGRES_PASSWORD: postgres", "a database's default in a compose file")]
    [InlineData("docker-compose.yml", "environment:\n  - MYSQL_ROOT_PASSWORD=root", "a list entry of a compose file")]
    [InlineData("docker-compose.yml", "environment:\n  - 'CACHE_PASSWORD=lagerhaus'", "an entry in quotes")]
    [InlineData("docker-compose.yml", "environment:\n  MONGO_INITDB_ROOT_PASSWORD: example", "the image's documentation, and what the container starts with")]
    [InlineData("compose.yaml", "environment:\n  RABBITMQ_DEFAULT_PASS: guest", "a broker's default")]
    [InlineData("compose.yaml", "environment:\n  ADMIN_PASSWORD: changeme", "nobody changed it")]
    [InlineData("compose.yaml", "environment:\n  - ADMIN_PASSWORD=${ADMIN_PASSWORD:-Lager-2024}", "a variable's default")]
    [InlineData("compose.yaml", "environment:\n  - 'ConnectionStrings__Id=Server=db;User Id=sa;Password=${DB_PASSWORD:-Lager-2024};Encrypt=false'", "a variable's default in a connection string")]
    [InlineData("compose.yaml", "environment:\n  DATABASE_URL: postgres://${DB_USER:-app}:${DB_PASSWORD:-Lager-2024}@db/app", "a variable's default in a URL")]
    [InlineData("run.sh", "export PGPASSWORD=\"${PGPASSWORD:-Lager-2024}\"", "a shell's default in quotes")]
    [InlineData("run.sh", "PGPASSWORD=${1:-Lager-2024}", "a shell's default without quotes")]
    [InlineData("application.yml", "spring:\n  datasource:\n    password: ${DB_PASSWORD:Lager-2024}", "a default of Spring")]
    [InlineData("compose.yaml", "environment:\n  AWS_SECRET_ACCESS_KEY: lagerhaus", "an S3 server of one's own takes any secret")]
    [InlineData(".env", "CONFIG_SERVICE_PASSWORD=password", "the word itself")]
    [InlineData("defaults.env", "KEYCLOAK_ADMIN_PASSWORD='secret'", "the word itself, in quotes")]
    [InlineData("appsettings.json", "{\"Broker\":{\"UserName\":\"guest\",\"Password\":\"guest\"}}", "a broker's default")]
    [InlineData("appsettings.Development.json", "{\"ConnectionStrings\":{\"Orders\":\"Host=localhost;Database=orders;Username=postgres;Password=postgres\"}}", "a connection string")]
    [InlineData("appsettings.json", "{\"ConnectionStrings\":{\"Orders\":\"Server=db;Database=orders;User Id=sa;Password=yourWeak(!)Password\"}}", "SQL Server's documentation, used")]
    [InlineData("appsettings.json", "{\"Admin\":{\"ClientSecret\":\"kontor_admin_client_secret\"}}", "a name that serves as the secret")]
    [InlineData("seed.json", "{\"ClientSecrets\":[{\"Value\":\"kontor_api_secret\"}]}", "an object in a list")]
    [InlineData("application.yml", "spring:\n  datasource:\n    password: lager-password", "a password that ends in the word")]
    [InlineData("application.properties", "spring.datasource.password=lagerhaus", "a plain word")]
    [InlineData("values.yaml", "postgresql:\n  auth:\n    password: kontor_registry_password", "a chart's default")]
    [InlineData("ci.yml", "steps:\n  - run: |\n      docker run --env MARIADB_ROOT_PASSWORD=kontor-7 -p 3306 mariadb", "a variable in a script")]
    [InlineData("create.sh", "readonly STORE_PWD=\"kontor_ks_password\"", "a script's constant")]
    [InlineData("binding.yaml", "value: \"user=postgres password=lager host=localhost dbname=orders\"", "libpq's form")]
    [InlineData("web.config", "<add name=\"Shop\" connectionString=\"Data Source=db;Initial Catalog=shop;User ID=shop;Password=Kasse2024!\" />", "a connection string in XML")]
    [InlineData("users.xml", "<default><password>lagerhaus</password></default>", "an element")]
    [InlineData("main.tf", "  password_wo = \"UberGeheimesWort\"", "a write-only argument is written here")]
    [InlineData("main.tf", "  master_password = \"Sommer2025kasse\"", "a quoted argument")]
    [InlineData("compose.yaml", "environment:\n  - MSSQL_SA_PASSWORD=!Lager2024@", "a mark that YAML would read, were it not inside an item")]
    [InlineData("token.http", "POST {{host}}/token\n\ngrant_type=client_credentials&client_id=shop&client_secret=LagerGeheimnis", "the last pair of a form")]
    [InlineData("token.rest", "POST {{host}}/token\n\ngrant_type=password&username=shop&password=lagerhaus&scope=api", "a pair in the middle of a form")]
    [InlineData("users.yml", "- { username: shop, password: lagerhaus }", "a mapping in one line")]
    [InlineData("grants.yml", "- mysql_user: user=shop password=lagerhaus state=present", "a task's arguments")]
    [InlineData("application.yml", "jwt:\n  tokenHeader: Authorization\n  secret: kontor-portal-secret", "what tokens are signed with")]
    [InlineData("workflow.yml", "env:\n  OIDC_CLIENT_SECRET: kontor-secret", "a secret that two parties share is no object by that name")]
    [InlineData("db.js", "const password = process.env.DB_PASSWORD || 'lagerhaus';", "what counts when the environment has none")]
    [InlineData("settings.py", "DB_PASSWORD = os.getenv('DB_PASSWORD') or 'lagerhaus'", "the same in Python")]
    [InlineData("seed.json", "{\"Password\":\"471\"}", "three digits are a password, too")]
    [InlineData("nats.conf", "authorization {\n  password: T0pGeh3im\n}", "a block's setting")]
    public void A_setting_that_opens_something_is_found(string path, string text, string why)
    {
        Assert.NotEmpty(why);
        Assert.Single(CredentialFile.Scan(path, Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    // Placeholders and templates.
    [InlineData("appsettings.json", "{\"ClientSecret\":\"xxx\",\"ApiKey\":\"SECRET\",\"Token\":\"<your token>\"}", "marks that stand for a value")]
    [InlineData("appsettings.json", "{\"Secret\":\"YourPasskeyHere\"}", "addressed to the reader")]
    [InlineData("graylog.conf", "password_secret = replacethiswithyourownsecret!", "says so itself")]
    [InlineData("values.yaml", "azure:\n  accountkey: base64encodedaccountkey", "describes its form")]
    [InlineData("application.yml", "redis:\n  password: # none yet", "a comment")]
    [InlineData("ldap.conf", "password = %{ldap:userPassword}", "a hole of Dovecot's")]
    [InlineData("appsettings.json", "{\"ClientSecret\":\"SetYourDataHere\"}", "addressed to the reader, in the middle")]
    [InlineData("page.js", "fetch(url, { credentials: 'include' });", "how cookies are sent")]
    [InlineData("vault.json", "{\"permissions\":{\"secrets\":[\"get\",\"list\"]}}", "what a policy permits")]
    [InlineData("bundle.js", "var Pw=\"b-avatar\",Qx=1;", "a minifier's name")]
    [InlineData("places.sql", "INSERT INTO Countries VALUES ('PW', 'Palau')", "a country")]
    [InlineData("build.sh", "nuget add source $URL --store-password-in-clear-text &>/dev/null || true", "a flag without a value")]
    [InlineData("install.sh", "echo \"Private builds need the --feed-credential parameter.\"", "a flag is spoken of")]
    [InlineData("install.sh", "echo \"  -FeedCredential                This parameter is optional\"", "a flag is explained")]
    [InlineData("security.md", "![allow](https://files.example.org/o/a.png?alt=media&token=aedbd684-9962-4b88-8bfa-7c336228752c)", "a picture for everybody")]
    [InlineData("adrs.md", "| [007 secrets module](../../specs/007-secrets-module/spec.md) | Secrets |", "a link")]
    [InlineData("deploy.yaml", "imagePullSecret: my-regcred", "an object's name")]
    [InlineData("deploy.yaml", "volume:\n  secret: kontor-portal-secret", "an object's name under another's")]
    [InlineData("get.cmd", "$webclient.Credentials = new-object System.Net.NetworkCredential('%USERNAME%', '%PASSWORD%')", "a command that makes an object")]
    [InlineData("secret.yaml", "apiVersion: v1\nkind: Secret\ndata:\n  apiUsername: c3RvcmFnZW9z\n  auth.username_in: bXVzZXI=", "names in a Secret")]
    [InlineData("countries.sql", "INSERT INTO country VALUES\n('US', 'PW', 'Palau'),\n('US', 'PA', 'Pennsylvania');", "rows of a table")]
    [InlineData("Detail.vue", "const modalSetPassword = ref(false)", "a call of a component")]
    [InlineData("notes", "set password = ref(false)", "a call in no known language")]
    [InlineData("commands.txt", "vault write auth/users/app password=secret policies=services", "the next argument of a command")]
    [InlineData("palette.tsx", "keywords: [\"password\", \"2fa-codes\", \"sessions\"],", "a list of words")]
    [InlineData("Secrets.cshtml", "<button data-secret-value=\"@secret.Value\">", "an expression of Razor")]
    [InlineData("docker-compose.yml", "environment:\n  DB_PASSWORD: ${DB_PASSWORD:-}\n  ROOT_PASSWORD: $ROOT_PASSWORD", "variables")]
    [InlineData("configmap.yaml", "  password: {{ .Values.auth.password | quote }}", "a chart's template")]
    [InlineData("template.yaml", "{{- $secrets := list }}\n{{- $password := randAlphaNum 10 }}", "a template's variables")]
    [InlineData("hub.yaml", "hub.py: |\n  c.Hub.cookie_secret = get_secret_value(\"hub.cookie_secret\")", "a call")]
    [InlineData("queue.env", "QUEUE_PASSWORD=CLUSTER_API_SECRET", "another variable's name")]
    [InlineData("queue.env", "JAAS_CONFIG=PlainLoginModule required username=\"CLUSTER_API_KEY\" password=\"CLUSTER_API_SECRET\";", "names in a connection string")]
    [InlineData("main.tf", "  password = var.database_password", "a reference")]
    // Names of secrets.
    [InlineData("deploy.yaml", "imagePullSecrets:\n  - name: registry-credentials", "a Kubernetes secret's name")]
    [InlineData("values.yaml", "  existingSecretPasswordKey: \"etcd-root-password\"", "the key in an existing secret")]
    [InlineData("values.yaml", "  secret: ca-certs-secret", "a secret's name under its kind")]
    [InlineData("values.yaml", "  initialClusterToken: \"etcd-cluster-k8s\"", "a cluster's name")]
    [InlineData("ci.yml", "jobs:\n  build:\n    secrets: inherit", "a workflow passes its secrets on")]
    [InlineData("ci.yml", "with:\n  secrets: \"GHAPP-ID,GHAPP-KEY\"", "a list of names")]
    [InlineData("ci.yml", "permissions:\n  id-token: write", "a permission")]
    [InlineData("compose.yaml", "environment:\n  - DB_PASSWORD_FILE=/run/secrets/db-password\n  - DB_PASSWORD=/run/secrets/db-password", "a mounted file")]
    [InlineData("mapping.yml", "key_password: \"TLS_PEM_KEY_PASSWORD\"", "a variable's name")]
    // About passwords, and none.
    [InlineData("appsettings.json", "{\"PasswordPolicy\":{\"PasswordHistoryCount\":\"5\",\"RequiredPasswordLength\":\"12\"},\"TokenLifetimeMinutes\":\"120\",\"TokenUrl\":\"https://login.kontor.test/oauth2/token\"}", "a policy")]
    [InlineData("config.yaml", "num_tokens: 256\ninitial_token: 0\nsecretsFormat: compact", "numbers and forms")]
    [InlineData("compose.yaml", "environment:\n  ALLOW_EMPTY_PASSWORD: \"yes\"\n  PASSWORD_SEEDER: \"no\"", "switches")]
    [InlineData("setup.sh", "echo \"Pass: nothing to do when the directory is empty\"", "a test's report")]
    [InlineData("users.xml", "<users><password></password><password_sha256_hex>65e84be33532fb784c48129675f9eff3a682b27168c0ea744b2cf58ee02337c5</password_sha256_hex></users>", "a digest under its own name")]
    [InlineData("locales/ca.json", "{\"password\":\"Contrasenya\",\"secret\":\"Secreta\",\"opc-keystore-password\":\"contrasenya\"}", "labels in another language")]
    [InlineData("values.yaml", "## certificates begin with -----BEGIN CERTIFICATE-----, keys with -----BEGIN " + "RSA PRIVATE KEY-----\n## name: the-name-of-the-secret-that-holds-the-certificate-and-its-key\n", "a comment on the form")]
    [InlineData("lock.yaml", "integrity: sha512-Kq4vT9wZ2mXbLd6YtB0wNc9sEjHa4GfTpX3uVr8kQm1z", "a digest")]
    public void A_setting_that_opens_nothing_is_left_alone(string path, string text, string why)
    {
        Assert.NotEmpty(why);
        Assert.Empty(CredentialFile.Scan(path, Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("[DEBUG] sending with API_KEY=pX3uVr8kQm1zLd6YtB0wNc9s to the service")]
    [InlineData("System.setProperty(\"KONTOR_TOKEN\", \"pX3uVr8kQm1zLd6YtB0wNc9s\")")]
    [InlineData("kontor token - 'pX3uVr8kQm1zLd6YtB0wNc9s'")]
    [InlineData("algolia key: pX3uVr8kQm1zLd6YtB0wNc9s")]
    [InlineData("curl -H \"Authorization: Bearer pX3uVr8kQm1zLd6YtB0wNc9s\" https://api.kontor.test")]
    [InlineData("The router's password: hunter2hunter")]
    [InlineData("the secret = 'lager#und#kasse'")]
    public void A_value_that_says_enough_is_found_in_a_text_of_no_known_grammar(string text) => Assert.Single(CredentialFile.Scan("notes.txt", Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("The password is required, and the token expires after an hour.")]
    [InlineData("Set the password: something long")]
    [InlineData("cache key = pX3uVr8kQm1zLd6YtB0wNc9s")]
    public void A_sentence_about_passwords_is_no_finding(string text) => Assert.Empty(CredentialFile.Scan("notes.txt", Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("DB_PASSWORD")]
    [InlineData("db.pwd")]
    [InlineData("POSTGRES_PW")]
    [InlineData("ADMIN_PW_2")]
    [InlineData("smtp-pass")]
    [InlineData("Passphrase")]
    [InlineData("Kennwort")]
    [InlineData("wachtwoord")]
    [InlineData("motdepasse")]
    [InlineData("db_mdp")]
    [InlineData("contraseña")]
    [InlineData("db_clave")]
    [InlineData("db_senha")]
    [InlineData("parola")]
    [InlineData("db_hasło")]
    [InlineData("db_lösenord")]
    [InlineData("adgangskode")]
    [InlineData("salasana")]
    [InlineData("db_şifre")]
    [InlineData("пароль")]
    [InlineData("db_密码")]
    [InlineData("パスワード")]
    [InlineData("비밀번호")]
    [InlineData("geheimnis")]
    [InlineData("GITHUB_PAT")]
    [InlineData("api_key")]
    [InlineData("client-secret")]
    [InlineData("credentials")]
    [InlineData("JWT")]
    public void No_name_is_passed_over_on_the_way_to_its_line(string name) =>
        Assert.Equal(name, Assert.Single(CredentialFile.Scan(".env", Encoding.UTF8.GetBytes($"{new string('x', 3000)}\n# ünrelated\n{name}=pX3uVr8kQm1zLd6YtB0wNc9s\n"))).Name);
}
