using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Control;

namespace DichVuCong.Sandbox.Agencies.Accounts;

/// <summary>What an administrator of a simulated system does, and what befalls it.</summary>
internal sealed class OfficerControl(SystemDirectory systems, OfficerBooks books)
{
    private const int MostWrong = 24 * 60;

    /// <summary>Adds the addresses, below <c>/sandbox/agencies/{system}</c>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/agencies/{system}/officers", (string system, string? agency) => With(system, book => Results.Json(new
        {
            life = book.Life.ToWire(),
            officers = book.Counts.Officers,
            grants = book.Counts.Grants,
            digest = AgencyCode.TryParse(agency, out var of) ? book.DigestOf(of).Root : null,
        })));
        routes.MapGet("/sandbox/agencies/{system}/officers/{account}", (string system, string account) => WithOfficer(system, account, (book, id) =>
            book.Find(id) is { } held
                ? Results.Json(new
                {
                    version = held.Version,
                    state = book.Officer(id)?.State,
                    granted = held.Scopes.Where(scope => ScopeMerge.Grant(scope.Register) is not null).Select(scope => scope.Procedure.Value).Order(StringComparer.Ordinal),
                })
                : ControlProblem.NotFound("The system does not keep this officer.")));
        routes.MapPut("/sandbox/agencies/{system}/officers/{account}/scopes/{procedure}", (string system, string account, string procedure, ScopeSaid body) =>
            WithOfficer(system, account, (book, id) =>
            {
                if (!ProcedureCode.TryParse(procedure, out var code)) return ControlProblem.Invalid("procedure must be a procedure's national code.");
                book.Say(new ScopeKey(id, code), body.Granted, string.IsNullOrWhiteSpace(body.By) ? "quantri-mot-cua" : body.By);
                return Results.NoContent();
            }));
        routes.MapPut("/sandbox/agencies/{system}/officers/{account}/state", (string system, string account, OfficerSpoilt body) =>
            WithOfficer(system, account, (book, id) => book.Spoil(id, body.State) ? Results.NoContent() : ControlProblem.NotFound("The system does not keep this officer.")));
        routes.MapPut("/sandbox/agencies/{system}/clock", (string system, ClockWrong body) => With(system, book =>
        {
            if (body.Minutes is < -MostWrong or > MostWrong) return ControlProblem.Invalid($"minutes must be from -{MostWrong} to {MostWrong}.");
            book.ClockError = TimeSpan.FromMinutes(body.Minutes);
            return Results.NoContent();
        }));
        routes.MapPost("/sandbox/agencies/{system}/backup", (string system) => With(system, book =>
        {
            book.BackUp();
            return Results.NoContent();
        }));
        routes.MapPost("/sandbox/agencies/{system}/restore", (string system) =>
            With(system, book => book.Restore() ? Results.NoContent() : ControlProblem.NotFound("The system has no backup.")));
    }

    private IResult With(string code, Func<OfficerBook, IResult> act) =>
        systems.Find(code) is { } system ? act(books.Of(system)) : ControlProblem.NotFound("There is no such system.");

    private IResult WithOfficer(string code, string account, Func<OfficerBook, AccountId, IResult> act) =>
        AccountId.TryParse(account, out var id) ? With(code, book => act(book, id)) : ControlProblem.Invalid("account must be an account's identity.");
}

/// <summary>What an administrator says of a scope.</summary>
internal sealed record ScopeSaid(bool Granted, string? By);

/// <summary>What somebody makes of an officer, past the contract.</summary>
internal sealed record OfficerSpoilt(AccountState State);

/// <summary>By how many minutes a clock is wrong.</summary>
internal sealed record ClockWrong(int Minutes);
