using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Identity;
using DichVuCong.Gateway.Identity.HandOvers;
using DichVuCong.Registries.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>Sign-ins, verifications and tickets that inputs can name, all of one made-up person. The source of identity itself is not there, which is its outage.</summary>
internal static class FuzzIdentity
{
    /// <summary>States, as {{state:0}} and on; each works once.</summary>
    public const int States = 200;

    /// <summary>Tickets, as {{ticket:0}} and on; each works once.</summary>
    public const int Tickets = 40;

    /// <summary>What every prepared sign-in is bound to.</summary>
    public const string Binding = "a-secret-of-the-session";

    private static readonly TimeSpan Long = TimeSpan.FromHours(20);

    /// <summary>Makes them, and gives their names.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> PrepareAsync(IServiceProvider services)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var (signIns, verifications, tickets, keys) = (
            services.GetRequiredService<SignInStore>(), services.GetRequiredService<VerificationStore>(), services.GetRequiredService<TicketStore>(), services.GetRequiredService<TicketKeys>());
        var returnTo = services.GetRequiredService<DichVuCong.Identity.Settings.IdentitySettings>().SignIn.ReturnAddresses[0];
        var now = DateTimeOffset.UtcNow;
        SignInRow row = null!;
        for (var number = 0; number < States; number++)
        {
            var state = SecretText.Draw();
            row = new SignInRow(Guid.NewGuid(), number % 2 == 0 ? "vneid" : "broker", "portal", SecretText.HashOf(Binding), returnTo, "caller", now, now + Long);
            await signIns.BeginAsync(SecretText.HashOf(state), row, CancellationToken.None);
            names[Name("state", number)] = state;
        }

        var result = SecretText.Draw();
        await verifications.KeepAsync(row, SecretText.HashOf(result), now + Long, Person(now), now + Long, CancellationToken.None);
        var verification = (await verifications.FetchAsync(SecretText.HashOf(result), "portal", SecretText.HashOf(Binding), now, CancellationToken.None))!;
        (names["result:0"], names["verification:0"]) = (result, verification.Id.ToString("N"));
        for (var number = 0; number < Tickets; number++)
        {
            var id = Guid.NewGuid();
            var claims = new TicketClaims("http://127.0.0.1/", "H29", id.ToString("N"), now.ToUnixTimeSeconds(), (now + Long).ToUnixTimeSeconds(), "citizen");
            var signed = keys.Sign(claims, now)!.Value;
            await tickets.IssueAsync(
                new TicketRow(id, TicketKind.Citizen, verification.Id, Officer: null, "portal", "H29", verification.Person, ProcedureCode.Parse("1.001662"), signed.KeyId, now, now + Long),
                CancellationToken.None);
            names[Name("ticket", number)] = signed.Text;
        }

        return names;
    }

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{number}");

    private static VerifiedIdentity Person(DateTimeOffset now) => new()
    {
        Source = "vneid",
        Kind = IdentityKind.Citizen,
        PersonalId = PersonalId.TryParse("001090000018", out var number) ? number : null,
        FullName = PersonName.TryParse("Nguyễn Văn Mẫu", out var name) ? name : throw new FormatException(),
        BirthDate = BirthDate.TryParse("1990", out var birth) ? birth : null,
        AccountLevel = AccountLevel.Two,
        AuthenticationLevel = AuthenticationLevel.Unknown,
        VerifiedAt = now,
    };
}
