namespace DichVuCong.Sandbox.Banks.Wire;

/// <summary>Reads the body of a request.</summary>
internal static class BankBody
{
    /// <summary>All of it: the host bounds what it takes.</summary>
    public static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        return memory.ToArray();
    }
}
