using System;
using System.Linq;

namespace SecretsAudit.Detection.Names;

/// <summary>
/// Services that are reached with a key. A "key" by itself is a dictionary's; <c>algolia_key</c> is an access key. Names that are ordinary words
/// ("linear", "frame", "column") are left out.
/// </summary>
internal static class ServiceNames
{
    // One text: a compiler that loads the analyzers compiles each literal of a list anew.
    private const string Others = """
        adafruit adobe airtable aiven alchemy algolia alibaba aliyun amplitude anthropic apify apilayer artifactory asana assemblyai atlassian auth0 aviationstack aws axonaut azure
        bannerbear bitbucket bitly blazemeter bittrex brevo browserstack bscscan bugsnag buildkite buttercms calendarific chartmogul circleci clarifai clearbit clickup clockify cloudconvert
        cloudflare cloudinary cloudmersive cloudsmith codacy codeclimate codecov cohere coinbase coinlayer confluent contentful convertkit cosmos cosmosdb coveralls crowdin currencylayer
        databricks datadog dd debounce deepgram deepl deepseek detectify digitalocean discord dockerhub doppler droneci dropbox dynatrace elastic elasticemail elevenlabs etherscan etsy
        eventbrite eventgrid everhour facebook fastly figma finnhub firebase fixer fixerio flickr flutterwave foursquare freshdesk fullstory geoapify geocodify gcp gemini github gitlab
        glassnode gocardless google googlemaps gpt grafana graphhopper groq gumroad harness helpscout hereapi heroku honeycomb hubspot huggingface hunterio imagekit infura instagram
        intercom ipapi ipgeolocation ipify ipinfo ipinfodb ipstack jfrog jira jotform kaggle kickbox klaviyo kraken kucoin langchain langsmith launchdarkly lemlist linkedin linode lob
        locationiq logdna loggly lokalise maileroo mailchimp mailerlite mailgun mailjet mailsac mandrill mapbox maps mapquest marketstack mattermost maxmind mediastack meraki messagebird
        microsoft miro mistral mixpanel mongodb monkeylearn nasdaq netlify newrelic newsapi nexmo ngrok nightfall notion numverify nylas nytimes okta omnisend onesignal openai opencage
        opencagedata openrouter openuv openweather openweathermap opsgenie optimizely oanda packagecloud pagerduty paddle pandadoc paypal paystack pdfshift pepipost perplexity pexels
        pinecone pipedrive pixabay plaid planetscale plivo polygon posthog postman postmark pulumi pusher qdrant rapidapi razorpay recaptcha replicate rebrandly resend route4me salesforce
        sauce saucelabs scaleway scraperapi scrapfly scrapingant scrapingbee scrutinizer securitytrails sendbird sendgrid sendinblue sentry serpstack shippo shodan shopify signalr sinch
        slack smartsheet snowflake snyk sonar sonarcloud sonarqube sourcegraph sparkpost splunk spoonacular spotify square squarespace statuscake stormglass storyblok stripe sumologic
        supabase survicate syncfusion tailscale taxjar telegram telnyx tiingo timecamp tinify tinypng todoist tomtom travisci trello twilio twitch twitter typeform uclassify unsplash
        uptimerobot userstack vault vercel virustotal voiceflow vonage vultr weatherapi weatherbit weatherstack webflow wistia wrike xendit yandex yelp youtube zendesk zenscrape zeplin
        zerobounce zerotier zoho
        """;

    public static WordSet All { get; } = new(
        [.. Formats.ServiceTable.All.Where(service => !service.IsWord).Select(service => service.Name), .. Others.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)]);
}
