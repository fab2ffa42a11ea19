using System.Text.Json;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Banks;
using DichVuCong.Sandbox.Banks.Ministries;
using DichVuCong.Sandbox.Faults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace DichVuCong.Sandbox.Control;

/// <summary>The faults over HTTP: <c>/sandbox/faults/{party}</c> with parties <c>onestop:H29</c>, <c>onestop:*</c>, <c>sms</c>, <c>email</c>, <c>vnpost</c>, <c>portal-files</c>, <c>vneid</c>,
/// <c>broker</c>, <c>national-data</c>,
/// <c>bank:vnpay</c>, <c>bank:*</c>, <c>ministry:DOITAC1</c>.</summary>
internal sealed class FaultEndpoints(FaultBook faults, SystemDirectory systems, BankDirectory banks, IOptions<JsonOptions> json)
{
    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/fault-modes", () => Results.Json(FaultModes.All.Select(mode => new { mode.Name, parties = mode.Parties.ToString(), isOfBanks = mode.Parties.HasFlag(FaultParties.Bank), mode.What })));
        routes.MapGet("/sandbox/faults", () => Results.Json(faults.All.Select(Shown)));
        routes.MapGet("/sandbox/faults/{party}", (string party) => Results.Json(faults.All.Where(entry => entry.Party == party).Select(Shown)));
        routes.MapPut("/sandbox/faults/{party}", Put);
        routes.MapDelete("/sandbox/faults/{party}", (string party) =>
        {
            faults.Remove(party);
            return Results.NoContent();
        });
        routes.MapDelete("/sandbox/faults", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
    }

    /// <summary>One fault, or a list of them that are in force together.</summary>
    private IResult Put(string party, JsonElement body)
    {
        var kind = Parties.KindOf(party, code => systems.Find(code) is not null, name => banks.Find(name) is not null, MinistryEndpoints.IsPartner);
        if (kind == FaultParties.None) return ControlProblem.NotFound("There is no such party: onestop:<code>, onestop:*, sms, email, vnpost, portal-files, vneid, broker, national-data, bank:<name>, bank:*, ministry:<code>.");
        IReadOnlyList<FaultRequest> requests;
        try
        {
            requests = body.ValueKind == JsonValueKind.Array
                ? body.Deserialize<List<FaultRequest>>(json.Value.SerializerOptions)!
                : [body.Deserialize<FaultRequest>(json.Value.SerializerOptions)!];
        }
        catch (JsonException problem)
        {
            return ControlProblem.Invalid(problem.Message);
        }

        if (requests.Any(request => request is null)) return ControlProblem.Invalid("a fault must be an object.");
        if (requests.Select(request => request.ErrorFor(kind)).FirstOrDefault(error => error is not null) is { } error) return ControlProblem.Invalid(error);
        faults.Put(party, requests);
        return Results.Json(faults.All.Where(entry => entry.Party == party).Select(Shown));
    }

    private static object Shown((string Party, Fault Fault) entry) => new
    {
        party = entry.Party,
        mode = entry.Fault.Mode.Name,
        what = entry.Fault.Mode.What,
        share = entry.Fault.Request.Share,
        until = entry.Fault.Until,
        applied = entry.Fault.Applied,
    };
}
