namespace DichVuCong.Sandbox.Control;

/// <summary>What the sandbox's own interface answers when a request is wrong.</summary>
internal static class ControlProblem
{
    /// <summary>The request breaks rules; each names its field.</summary>
    public static IResult Invalid(params IReadOnlyList<string> errors) =>
        Results.Json(new { title = "The request is not valid; nothing was changed.", errors }, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>There is nothing of that name.</summary>
    public static IResult NotFound(string what) => Results.Json(new { title = what }, statusCode: StatusCodes.Status404NotFound);
}
