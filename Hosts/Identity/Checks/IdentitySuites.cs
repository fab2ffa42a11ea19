using DichVuCong.Adapters.NationalData;
using DichVuCong.Adapters.NationalData.Configuration;
using DichVuCong.Adapters.NationalData.Http;
using DichVuCong.Adapters.VNeID.Broker;
using DichVuCong.Adapters.VNeID.Direct;
using DichVuCong.Adapters.VNeID.Http;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Identity;
using DichVuCong.Identity.Settings;
using DichVuCong.Identity.Sources;
using DichVuCong.Messaging;

namespace DichVuCong.Identity.Checks;

/// <summary>
/// The contract with the sources of identity and the national service platform, checked from outside by what can be asked without a person: that our account,
/// secret, addresses and keys are the other side's, and that a no comes in the form that was agreed. Each check makes its own client; nothing is left behind.
/// </summary>
public static class IdentitySuites
{
    /// <summary>A personal number that nobody can have: born in 1900 in a province that there is not.</summary>
    private const string Nobody = "999000000000";

    /// <summary>One suite for each partner that is configured.</summary>
    /// <param name="settings">The settings, valid.</param>
    /// <param name="time">The clock.</param>
    public static IReadOnlyList<IPartnerSuite> Of(IdentitySettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var suites = new List<IPartnerSuite>();
        if (settings.Vneid is { } vneid) suites.Add(OfSource(VneidProvider.SourceName, vneid.AuthorizeUrl!, http => new VneidProvider(vneid, http, time)));
        if (settings.Broker is { } broker) suites.Add(OfSource(BrokerProvider.SourceName, broker.BaseUrl!, http => new BrokerProvider(broker, http, time)));
        if (settings.NationalData is { } national) suites.Add(OfNationalData(national, time));
        return suites;
    }

    private static IdentitySuite OfSource(string name, Uri at, Func<HttpClient, IIdentityProvider> make) => new(
        name,
        $"{at.Authority}; nobody signs in",
        [
            new PartnerCheck("takes-our-client", "The sign-in page takes our client id and address.", async token =>
                Finding(await WithAsync(make, (source, http) => PageAsync(source, http, token)), "it takes them")),
            new PartnerCheck("refuses-a-code", "A code that it never gave is refused as one.", async token =>
                Finding(await WithAsync(make, (source, _) => UnknownCodeAsync(source, token)), "invalid_grant")),
        ]);

    private static IdentitySuite OfNationalData(NationalDataSettings settings, TimeProvider time) => new(
        NationalSources.Partner,
        $"{settings.PopulationUrl!.Authority}; questions about numbers that nobody has",
        [
            new PartnerCheck("knows-nobody", "It gives us a token, and knows no citizen of a number that nobody has.", async token =>
            {
                using var http = NationalHttp.CreateClient(connections: 1);
                using var client = new NationalDataClient(settings, http, time);
                var question = new CitizenQuestion(Parsed<PersonalId>(Nobody), Parsed<PersonName>("Không Ai"), Parsed<BirthDate>("1900"), Guid.NewGuid());
                return Finding(NotFound(await client.CitizenAsync(question, token)), "not found");
            }),
            new PartnerCheck("knows-no-enterprise", "It knows no enterprise of a number that none has.", async token =>
            {
                using var http = NationalHttp.CreateClient(connections: 1);
                using var client = new NationalDataClient(settings, http, time);
                return Finding(NotFound(await client.EnterpriseAsync(new EnterpriseQuestion(Parsed<PersonalId>("9999999999"), Guid.NewGuid()), token)), "not found");
            }),
        ]);

    private static CheckFinding Finding(string? problem, string found) => CheckFinding.When(problem is null, problem ?? found);

    private static async Task<string?> WithAsync(Func<HttpClient, IIdentityProvider> make, Func<IIdentityProvider, HttpClient, Task<string?>> check)
    {
        using var http = IdentityHttp.CreateClient(connections: 1);
        var source = make(http);
        try
        {
            return await check(source, http);
        }
        finally
        {
            (source as IDisposable)?.Dispose();
        }
    }

    private static async Task<string?> PageAsync(IIdentityProvider source, HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var page = await http.GetAsync(source.AuthorizeAddress(Guid.NewGuid().ToString("N")), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            // Many send on to a log-in of theirs first; what may not come is a refusal, or being sent straight back.
            var isBack = page.Headers.Location is { IsAbsoluteUri: true } on && on.Query.Contains("error=", StringComparison.Ordinal);
            return (int)page.StatusCode < 400 && !isBack ? null : $"HTTP {(int)page.StatusCode}{(isBack ? " back with an error" : "")}";
        }
        catch (HttpRequestException fault)
        {
            return fault.HttpRequestError.ToString();
        }
    }

    private static async Task<string?> UnknownCodeAsync(IIdentityProvider source, CancellationToken cancellationToken)
    {
        var answer = await source.RedeemAsync(new SignInCode($"check-{Guid.NewGuid():N}"), cancellationToken);
        return answer is IdentityAnswer<VerifiedIdentity>.Refused { Kind: IdentityRefusal.Expired } ? null : answer.ToString();
    }

    private static string? NotFound(IdentityAnswer<NationalRecord> answer) =>
        answer is IdentityAnswer<NationalRecord>.Refused { Kind: IdentityRefusal.NotFound } ? null : answer.ToString();

    private static T Parsed<T>(string text)
        where T : IText<T> => T.TryParse(text, out var value) ? value : throw new FormatException("A number of the checks is none.");
}

/// <summary>The contract of one partner as checks.</summary>
internal sealed record IdentitySuite(string Partner, string About, IReadOnlyList<PartnerCheck> Checks) : IPartnerSuite;
