using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Sealing;
using DichVuCong.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.Identity.Support;

/// <summary>Hand-overs to the system of Ha Noi, for a procedure that is filed there.</summary>
internal static class HandOvers
{
    public const string System = "H26";
    public const string Procedure = "1.001662";
    public const string Officer = "T26030201G7K9A2B";

    /// <summary>Tells the gateways where systems take redirected people.</summary>
    public static async Task ConnectAsync(this SignInFixture fixture)
    {
        var store = fixture.Gateway.Services.GetRequiredService<CatalogueStore>();
        var systems = (await store.LoadAsync(CancellationToken.None)).Systems;
        await store.ConfigureAsync(
            [.. systems.Select(system => system with { RedirectTemplate = $"{fixture.SandboxUrl}/agency/{system.Code}/nop-ho-so?thu-tuc={{procedure}}" })], CancellationToken.None);
        await Eventually.HoldsAsync(
            async () => (await fixture.Portal.GetStringAsync(new Uri($"/v1/destinations?procedure={Procedure}&place=01/00004", UriKind.Relative))).Contains("nop-ho-so", StringComparison.Ordinal),
            "the gateway knows where people go");
    }

    public static JsonObject Request(string? verification, string? role = null) => new()
    {
        ["verification"] = verification,
        ["procedure"] = Procedure,
        ["place"] = "01/00004",
        ["as"] = role,
    };

    /// <summary>Hands a person over; the ticket.</summary>
    public static async Task<string> IssueAsync(this SignInFixture fixture, string? verification, HttpClient? caller = null)
    {
        var (status, answer) = await SignInFixture.PostAsync(caller ?? fixture.Portal, "/v1/hand-overs", Request(verification));
        status.ShouldBe(HttpStatusCode.Created, answer.ToJsonString());
        return (string)answer["ticket"]!;
    }

    public static Task<(HttpStatusCode Status, JsonObject Body)> RedeemAsync(HttpClient system, string? ticket, string? redemption = null) =>
        SignInFixture.PostAsync(system, "/v1/hand-overs/redeem", new JsonObject { ["ticket"] = ticket, ["redemptionId"] = redemption ?? Guid.NewGuid().ToString("N") });

    /// <summary>Makes somebody an officer with a post on a system.</summary>
    public static async Task MakeOfficerAsync(this SignInFixture fixture, string personalId, AccountState state = AccountState.Active, string system = System)
    {
        var sealer = fixture.Gateway.Services.GetRequiredService<Sealer>();
        var profile = new AccountProfile
        {
            Account = AccountId.Parse(Officer),
            Revision = 1,
            FullName = Parsed<PersonName>("Trần Thị Bình"),
            PersonalId = Parsed<PersonalId>(personalId),
            Unit = AgencyCode.Parse("H26.4"),
            Position = "Chuyên viên",
            Phone = Parsed<PhoneNumber>("0912345678"),
            Email = Parsed<EmailAddress>("binh@example.gov.vn"),
        };
        await using var command = fixture.Gateway.Database.Source.CreateCommand(
            """
            with gone as (delete from account.account), posts as (delete from account.post), old as (delete from account.profile) select 1;
            """);
        await command.ExecuteNonQueryAsync();
        await using var insert = fixture.Gateway.Database.Source.CreateCommand(
            """
            with a as (insert into account.account (id, person, kind, state, state_since, created_at) values ($1, $2, 3, $3, now(), now())),
              p as (insert into account.post (account, agency, groups, systems) values ($1, 'H26.4', 'TIEP_NHAN', array[$4]))
            insert into account.profile (account, revision, key, sealed) values ($1, 1, $5, $6)
            """);
        foreach (var value in new object[]
        {
            Officer, sealer.HashIdentity(personalId), (short)state, system, sealer.CurrentKey,
            sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(profile, AccountProfileJson.Default.AccountProfile), $"account.profile/{Officer}/1"),
        }) insert.Parameters.Add(new() { Value = value });
        await insert.ExecuteNonQueryAsync();
    }

    private static T Parsed<T>(string text)
        where T : IText<T> => T.TryParse(text, out var value) ? value : throw new FormatException(text);
}
